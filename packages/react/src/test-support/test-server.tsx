import { createCatalog, createGenerations, defaultTiming, type GenerationGateway } from '@pika-kit/core'
import { createMemoryBus, createMemoryStore } from '@pika-kit/core/memory'
import { createSchema, type PikaContext, type UploadService } from '@pika-kit/schema'
import { cacheExchange, Client, type Exchange, makeErrorResult } from '@urql/core'
import { executeExchange } from '@urql/exchange-execute'
import type { ReactNode } from 'react'
import { map, pipe } from 'wonka'
import { PikaProvider } from '../provider/PikaProvider.tsx'

const noUploads: UploadService = {
  createTicket: async () => ({
    type: 'invalid-input',
    issues: [{ path: ['size'], message: 'is too large', code: 'TOO_BIG' }],
  }),
  store: async () => ({ type: 'limit-exceeded', message: 'no' }),
}

/** The real schema and use cases in the page, with a queue that the test moves. */
export function createTestServer() {
  const submitted: Record<string, unknown>[] = []
  const moves = new TransformStream<'queue' | 'run' | 'finish', 'queue' | 'run' | 'finish'>()
  const writer = moves.writable.getWriter()
  const reader = moves.readable.getReader()
  let loseAnswers = 0
  const gateway: GenerationGateway = {
    async submit({ body }) {
      submitted.push(body)
      return { type: 'accepted', requestId: `request ${submitted.length}`, queuePosition: 1 }
    },
    async *follow(_request, signal) {
      for (;;) {
        const move = await Promise.race([
          reader.read().then(({ value }) => value),
          new Promise<undefined>((resolve) =>
            signal.addEventListener('abort', () => resolve(undefined), { once: true }),
          ),
        ])
        if (!move) return
        const logs = [{ timestamp: '1', level: 'INFO', message: 'started' }]
        if (move === 'queue') yield { status: 'IN_QUEUE', queuePosition: 0, logs: [] }
        else yield { status: move === 'run' ? 'IN_PROGRESS' : 'FINISHED', queuePosition: null, logs }
        if (move === 'finish') return
      }
    },
    status: async () => ({ type: 'unavailable', cause: 'not in this test', retryAfterMs: null }),
    result: async () => ({
      type: 'video',
      video: {
        url: 'https://videos.test/a.mp4',
        contentType: 'video/mp4',
        fileName: 'a.mp4',
        fileSize: 1,
        width: 16,
        height: 9,
        duration: 5,
      },
      billableUnits: null,
    }),
    findSubmission: async () => ({ type: 'unknown', cause: 'not in this test' }),
    cancel: async () => 'requested',
  }
  let next = 0
  const generations = createGenerations({
    catalog: createCatalog(),
    store: createMemoryStore(),
    bus: createMemoryBus(),
    gateway,
    clock: {
      // Later ones are newer, however fast they come.
      now: () => 1_700_000_000_000 + next++,
      sleep: (ms, signal) =>
        new Promise((resolve) => {
          const timer = setTimeout(resolve, ms)
          signal?.addEventListener('abort', () => (clearTimeout(timer), resolve()), { once: true })
        }),
    },
    identifiers: {
      generationId: () => `gen_${crypto.randomUUID()}`,
      webhookToken: () => crypto.randomUUID(),
    },
    observer: { note: () => {} },
    replica: 'test',
    webhookUrlOf: () => null,
    maximumActivePerViewer: 50,
    timing: defaultTiming,
  })
  // Answers of mutations get lost after the server has done its work: the network's oldest trick.
  const lossy: Exchange =
    ({ forward }) =>
    (operations) =>
      pipe(
        forward(operations),
        map((result) => {
          if (result.operation.kind !== 'mutation' || loseAnswers === 0) return result
          loseAnswers--
          return makeErrorResult(result.operation, new Error('the connection broke off'))
        }),
      )
  const context: PikaContext = { viewer: { id: 'viewer' }, generations, uploads: noUploads }
  const client = new Client({
    url: '/test',
    preferGetMethod: false,
    exchanges: [
      cacheExchange,
      lossy,
      executeExchange({ schema: createSchema() as never, context: () => context as never }),
    ],
  })
  return {
    client,
    generations,
    submitted,
    move: (to: 'queue' | 'run' | 'finish') => writer.write(to),
    loseNextAnswer: () => void loseAnswers++,
    wrapper: ({ children }: { children: ReactNode }) => (
      <PikaProvider client={client}>{children}</PikaProvider>
    ),
    stop: () => generations.stop(),
  }
}
