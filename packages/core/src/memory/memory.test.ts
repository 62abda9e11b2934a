import { describeBus, describeOutbox, describeStore } from '../ports/conformance.ts'
import { createMemoryBus } from './memory-bus.ts'
import { createMemoryStore } from './memory-store.ts'

describeStore('the memory store', async () => ({ store: createMemoryStore() }))
describeOutbox('the memory store', async () => ({ store: createMemoryStore() }))
describeBus('the memory bus', async () => ({ bus: createMemoryBus() }))
