import { defaultTiming, type GenerationPorts } from '../generation/ports.ts'
import { createMemoryBus } from '../memory/memory-bus.ts'
import { createMemoryStore } from '../memory/memory-store.ts'
import { createCatalog } from '../operations/catalog.ts'
import { createFakeGateway, type FakeGateway } from './fake-gateway.ts'
import { createSimulatedClock, type SimulatedClock } from './simulated-clock.ts'

export interface TestPorts extends GenerationPorts {
  gateway: FakeGateway
  clock: SimulatedClock
  /** What the use cases noted, `level message`. */
  notes: string[]
}

/** Ports in memory with simulated time; give those that the test is about. */
export function createTestPorts(
  ports: Partial<GenerationPorts> & { gateway?: FakeGateway; clock?: SimulatedClock } = {},
): TestPorts {
  let count = 0
  const notes: string[] = []
  return {
    catalog: createCatalog(),
    store: createMemoryStore(),
    bus: createMemoryBus(),
    gateway: createFakeGateway(),
    clock: createSimulatedClock(),
    identifiers: {
      generationId: () => `gen_${String(++count).padStart(4, '0')}`,
      webhookToken: () => `token_${count}`,
    },
    observer: { note: (level, message) => void notes.push(`${level} ${message}`) },
    replica: 'replica-1',
    webhookUrlOf: (token) => `https://app.example/webhooks/fal/${token}`,
    maximumActivePerViewer: 100,
    timing: defaultTiming,
    notes,
    ...ports,
  }
}
