import {
  type Clock,
  createCatalog,
  createGenerations,
  defaultTiming,
  type Identifiers,
  type Operation,
  pikaOperations,
} from '@pika-kit/core'
import { createMemoryBus, createMemoryStore } from '@pika-kit/core/memory'
import type { Upload } from '@pika-kit/react'
import { createSchema, type PikaContext } from '@pika-kit/schema'
import { cacheExchange, Client } from '@urql/core'
import { executeExchange } from '@urql/exchange-execute'
import { recordDraft } from './record-draft.ts'
import { createSimulatedGateway, type Fault } from './simulated-gateway.ts'

const clock: Clock = {
  now: () => Date.now(),
  sleep: (ms, signal) =>
    new Promise((resolve) => {
      const timer = setTimeout(resolve, ms)
      signal?.addEventListener('abort', () => (clearTimeout(timer), resolve()), { once: true })
    }),
}
const identifiers: Identifiers = {
  generationId: () => `gen_${crypto.randomUUID()}`,
  webhookToken: () => crypto.randomUUID(),
}

export interface Simulation {
  client: Client
  /** Keeps files in this page. */
  upload: Upload
  stop(): Promise<void>
}

/** The real schema and the real use cases, in this page: a store in memory, and a queue that moves with time. */
export function createSimulation({
  fault = 'none',
  stepMs = 700,
  operations = [],
}: { fault?: Fault; stepMs?: number; operations?: readonly Operation[] } = {}): Simulation {
  const catalog = createCatalog([...pikaOperations, ...operations])
  const generations = createGenerations({
    catalog,
    store: createMemoryStore(),
    bus: createMemoryBus(),
    gateway: createSimulatedGateway({
      fault,
      stepMs,
      render: recordDraft,
      operationOf: (endpointId, body) =>
        catalog.findByEndpoint(endpointId).find((operation) => operation.parse(operation.fromBody(body)).ok),
    }),
    clock,
    identifiers,
    observer: { note: () => {} },
    replica: 'this page',
    webhookUrlOf: () => null,
    maximumActivePerViewer: 20,
    // What takes minutes at fal takes a few steps here.
    timing: { ...defaultTiming, firstPoll: stepMs, confirmAfter: stepMs * 4, absentAfter: stepMs * 6 },
  })
  const noStorage = async () => ({
    type: 'limit-exceeded' as const,
    message: 'A simulation has no storage: files stay in this page.',
  })
  const context: PikaContext = {
    viewer: { id: 'simulation' },
    generations,
    uploads: { createTicket: noStorage, store: noStorage },
  }
  generations.start()
  return {
    client: new Client({
      url: '/simulation',
      preferGetMethod: false,
      exchanges: [
        cacheExchange,
        executeExchange({ schema: createSchema({ catalog }) as never, context: () => context as never }),
      ],
    }),
    upload: async (file, { onProgress } = {}) => {
      onProgress?.(1)
      // A data URI, since the input must be an address that the operations take.
      return { url: await dataUriOf(file) }
    },
    stop: () => generations.stop(),
  }
}

function dataUriOf(file: File): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.addEventListener('load', () => resolve(reader.result as string))
    reader.addEventListener('error', () => reject(new Error('the file cannot be read')))
    reader.readAsDataURL(file)
  })
}
