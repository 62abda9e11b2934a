export { createMemoryBus } from './memory-bus.ts'
export { createMemoryStore } from './memory-store.ts'
