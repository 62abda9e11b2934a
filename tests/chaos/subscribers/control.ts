// The control: subscriptions as they are usually written, on a plain publish-subscribe in memory. Nothing is replayed and
// no state comes first, so those who come and go must miss something; if they do not, the test proves nothing.
import { EventEmitter, on } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { buildSchema } from 'graphql'
import { useServer } from 'graphql-ws/use/ws'
import { WebSocketServer } from 'ws'
import { compare, type Comparison, type Truth } from './compare.ts'
import { watchAll } from './crowd.ts'

const SCHEMA = buildSchema(`
  interface GenerationEvent { sequence: Int! at: String! }
  type GenerationStatusChanged implements GenerationEvent { sequence: Int! at: String! status: String! }
  type Generation { status: String! revision: Int! }
  type Query { nothing: Int }
  type Subscription {
    generationUpdated(id: ID!): Generation!
    generationEvents(id: ID!, after: Int): GenerationEvent!
  }
`)
const EVENTS = 20
const EVERY_MS = 150
/** What was not told by then never will be. */
const GRACE_MS = 2_000

/** The same subscribers, on generations that take three seconds. */
export async function runControl(options: { seed: number; subscribers: number }): Promise<Comparison> {
  const news = new EventEmitter().setMaxListeners(0)
  const ids = ['gen_1', 'gen_2', 'gen_3']
  const server = createServer()
  const sockets = new WebSocketServer({ server, path: '/graphql' })
  async function* listen(field: string, id: string) {
    for await (const [payload] of on(news, id) as AsyncIterable<[unknown]>) yield { [field]: payload }
  }
  const transport = useServer(
    {
      schema: SCHEMA,
      roots: {
        subscription: {
          generationUpdated: ({ id }: { id: string }) => listen('generationUpdated', id),
          generationEvents: ({ id }: { id: string }) => listen('generationEvents', id),
        },
      },
    },
    sockets,
  )
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const deadline = AbortSignal.timeout(EVENTS * EVERY_MS + GRACE_MS)
  const watching = watchAll(url, ids, options, deadline)
  const told: object[] = []
  for (let sequence = 1; sequence <= EVENTS; sequence++) {
    await sleep(EVERY_MS)
    const status = sequence === EVENTS ? 'COMPLETED' : 'IN_PROGRESS'
    told.push({ __typename: 'GenerationStatusChanged', sequence, at: 'now', status })
    for (const id of ids) news.emit(id, { ...told.at(-1), revision: sequence })
  }
  const all = await watching
  await transport.dispose()
  sockets.close()
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
  const events = told.map((event) => JSON.stringify(event))
  return compare(
    all,
    new Map(ids.map((id): [string, Truth] => [id, { status: 'COMPLETED', revision: EVENTS, events }])),
  )
}
