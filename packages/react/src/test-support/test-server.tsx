import {
  createCatalog,
  createGenerations,
  defaultTiming,
  generationError,
  type CancelOutcome,
  type GenerationError,
  type GenerationGateway,
} from '@pika-kit/core'
import { createMemoryBus, createMemoryStore } from '@pika-kit/core/memory'
import { createSchema, type PikaContext, type UploadService } from '@pika-kit/schema'
import {
  cacheExchange,
  Client,
  CombinedError,
  type Exchange,
  makeErrorResult,
  makeOperation,
  type Operation,
  type OperationResult,
} from '@urql/core'
import { executeExchange } from '@urql/exchange-execute'
import type { ReactNode } from 'react'
import { makeSubject, map, merge, onPush, pipe } from 'wonka'
import { PikaProvider } from '../provider/PikaProvider.tsx'
import { announceLost, announceReconnect } from '../provider/reconnects.ts'

/** Where the test's own web server takes files: see vitest.config.ts. */
const storage = new URL('/test-storage/', location.href).href

const uploads: UploadService = {
  createTicket: async (_viewerId, { fileName }) =>
    fileName === 'large.png'
      ? { type: 'invalid-input', issues: [{ path: ['size'], message: 'is too large', code: 'TOO_BIG' }] }
      : {
          type: 'ok',
          ticket: {
            uploadUrl: storage + fileName,
            method: 'PUT',
            headers: [{ name: 'x-ticket', value: 'yes' }],
            fileUrl: `https://files.test/${fileName}`,
            expiresAt: Date.now() + 60_000,
          },
        },
  store: async () => ({ type: 'limit-exceeded', message: 'no' }),
}

/** The real schema and use cases in the page, with a queue that the test moves. */
export function createTestServer({ hasArchive = false }: { hasArchive?: boolean } = {}) {
  const submitted: Record<string, unknown>[] = []
  const moves = new TransformStream<'queue' | 'run' | 'finish', 'queue' | 'run' | 'finish'>()
  const writer = moves.writable.getWriter()
  const reader = moves.readable.getReader()
  let answersToLose: CombinedError[] = []
  let isLost = false
  let failure: GenerationError | null = null
  let cancelOutcome: CancelOutcome = 'requested'
  let isBusy = false
  const requests = new Map<string, Record<string, unknown>>()
  let canCopy = true
  const gateway: GenerationGateway = {
    async submit({ body }) {
      if (isBusy) return { type: 'refused', error: generationError('RATE_LIMITED'), retryAfterMs: 60_000 }
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
    result: async () => {
      if (isLost) return { type: 'expired', cause: 'in this test' }
      if (failure) return { type: 'failed', error: failure }
      return {
        type: 'video',
        billableUnits: null,
        video: {
          url: 'https://videos.test/a.mp4',
          contentType: 'video/mp4',
          fileName: 'a.mp4',
          fileSize: 1,
          width: 16,
          height: 9,
          duration: 5,
        },
      }
    },
    findSubmission: async () => ({ type: 'unknown', cause: 'not in this test' }),
    findRequest: async ({ requestId }) => {
      const body = requests.get(requestId)
      return body
        ? { type: 'found', body, sentAt: null, startedAt: null, status: 'IN_PROGRESS', result: null }
        : { type: 'absent' }
    },
    cancel: async () => cancelOutcome,
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
    mayAdopt: () => true,
    archive: hasArchive
      ? {
          newKey: () => crypto.randomUUID(),
          copy: async () =>
            canCopy
              ? {
                  type: 'archived',
                  video: { contentType: 'video/mp4', fileSize: 1, width: 16, height: 9, duration: 5 },
                }
              : { type: 'refused', cause: 'in this test' },
          remove: async () => {},
        }
      : undefined,
    timing: defaultTiming,
  })
  // Answers of mutations get lost after the server has done its work: the network's oldest trick.
  const lossy: Exchange =
    ({ forward }) =>
    (operations) =>
      pipe(
        forward(operations),
        map((result) => {
          if (result.operation.kind !== 'mutation') return result
          const error = answersToLose.shift()
          return error ? { ...result, data: undefined, error } : result
        }),
      )
  // A lost connection ends each subscription and begins it anew, as graphql-ws does; the hooks see one stream.
  const live = new Map<number, Operation>()
  const { source: again, next: send } = makeSubject<Operation>()
  const { source: broken, next: breakOff } = makeSubject<OperationResult>()
  const reconnecting: Exchange =
    ({ forward }) =>
    (operations) => {
      const noted = pipe(
        operations,
        onPush((operation) => {
          if (operation.kind === 'subscription') live.set(operation.key, operation)
          else if (operation.kind === 'teardown') live.delete(operation.key)
        }),
      )
      return merge([forward(merge([noted, again])), broken])
    }
  const context: PikaContext = { viewer: { id: 'viewer' }, generations, uploads }
  const client = new Client({
    url: '/test',
    preferGetMethod: false,
    exchanges: [
      cacheExchange,
      lossy,
      reconnecting,
      executeExchange({ schema: createSchema() as never, context: () => context as never }),
    ],
  })
  return {
    client,
    generations,
    submitted,
    move: (to: 'queue' | 'run' | 'finish') => writer.write(to),
    /** The results of requests are gone, or there again. */
    loseResults: (areLost: boolean) => void (isLost = areLost),
    /** What each request ends with from now on. */
    /** fal takes nothing for now: what is asked for waits to be sent. */
    refuseSubmissions: () => void (isBusy = true),
    /** Whether videos can be copied into the archive, where there is one. */
    allowCopies: (areAllowed: boolean) => void (canCopy = areAllowed),
    /** What fal answers to a cancel from now on. */
    cancelsWith: (outcome: CancelOutcome) => void (cancelOutcome = outcome),
    /** fal has this request, made elsewhere. */
    offer: (requestId: string, body: Record<string, unknown>) => void requests.set(requestId, body),
    failWith: (error: GenerationError) => void (failure = error),
    /** Each of the next answers gives way to an error: the network's, or a fault in the server after the work was done. */
    loseAnswers: (...errors: ('network' | 'server')[]) => {
      answersToLose = errors.map((kind) =>
        kind === 'network'
          ? new CombinedError({ networkError: new Error('the connection broke off') })
          : new CombinedError({
              graphQLErrors: [{ message: 'Oh', extensions: { code: 'INTERNAL_SERVER_ERROR' } }],
            }),
      )
    },
    /** Each subscription ends with an error of the network, as a stream over HTTP does. */
    breakStreams: () => {
      const error = new Error('the stream broke off')
      for (const operation of live.values()) breakOff(makeErrorResult(operation, error))
    },
    /** Live updates stop until `reconnect`, as over a WebSocket that comes back; the subscriptions hear nothing of it. */
    disconnect: () => {
      announceLost(client)
      for (const operation of live.values()) send(makeOperation('teardown', operation, operation.context))
    },
    reconnect: () => {
      for (const operation of live.values()) send(operation)
      announceReconnect(client)
    },
    wrapper: ({ children }: { children: ReactNode }) => (
      <PikaProvider client={client}>{children}</PikaProvider>
    ),
    stop: () => generations.stop(),
  }
}
