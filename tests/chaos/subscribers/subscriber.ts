// One who watches a generation over a real socket, loses the connection at random, and comes back.
import { setTimeout as sleep } from 'node:timers/promises'
import { createClient } from 'graphql-ws'
import { WebSocket } from 'ws'
import { FINAL } from '../support/client.ts'
import { pick } from '../support/random.ts'

export type Kind = 'log' | 'state'

export interface Subscription {
  url: string
  generationId: string
  kind: Kind
  random: () => number
  /** Longest life of a connection, in milliseconds; null for one that stays. */
  dropWithinMs: number | null
  /** When it is given up, whatever it waits for. */
  deadline: AbortSignal
}

export interface Seen {
  generationId: string
  kind: Kind
  stayed: boolean
  /** The log, each event as JSON, in the order of its arrival. */
  events: string[]
  /** The last state. */
  status: string | null
  revisions: number[]
  connections: number
  /** Whether it came to the end, or waited until the deadline. */
  hasEnded: boolean
}

const DOCUMENTS = {
  log: `subscription ($id: ID!, $after: Int!) {
    generationEvents(id: $id, after: $after) { __typename sequence at ... on GenerationStatusChanged { status } }
  }`,
  state: 'subscription ($id: ID!) { generationUpdated(id: $id) { status revision } }',
}
const BACK_WITHIN_MS = 300

/** Watches to the end, with as many connections as it takes. */
export async function watchToTheEnd(subscription: Subscription): Promise<Seen> {
  const { generationId, kind, random, dropWithinMs, deadline } = subscription
  const seen: Seen = {
    generationId,
    kind,
    stayed: dropWithinMs === null,
    events: [],
    status: null,
    revisions: [],
    connections: 0,
    hasEnded: false,
  }
  const cursor = { after: 0 }
  while (!seen.hasEnded && !deadline.aborted) {
    seen.connections++
    await connectOnce(subscription, seen, cursor)
    if (!seen.hasEnded)
      await sleep(BACK_WITHIN_MS * random(), undefined, { signal: deadline }).catch(() => {})
  }
  return seen
}

/** One connection, until it breaks, is dropped, or everything was told. */
async function connectOnce(
  { url, generationId, kind, random, dropWithinMs, deadline }: Subscription,
  seen: Seen,
  cursor: { after: number },
): Promise<void> {
  let socket: WebSocket | null = null
  let timer: NodeJS.Timeout | undefined
  const client = createClient({
    url: `${url.replace('http', 'ws')}/graphql`,
    webSocketImpl: WebSocket,
    retryAttempts: 0,
    onNonLazyError: () => {},
    on: {
      opened: (opened) => void (socket = opened as WebSocket),
      // A life begins when the server has let it in: how long that takes is the machine's affair.
      connected: () =>
        void (timer = dropWithinMs === null ? undefined : setTimeout(drop, dropWithinMs * random())),
    },
  })
  // Rejects with the close event where the connection broke before.
  const end = async () => {
    try {
      await client.dispose()
    } catch {
      // It is gone all the same.
    }
  }
  let leave = () => {}
  const left = new Promise<void>((resolve) => (leave = resolve))
  const drop = () => {
    const way = pick(random, ['terminate', 'close', 'stall'] as const)
    if (way === 'terminate') socket?.terminate()
    if (way === 'close') void end()
    // Half open: this side has gone without a word, and the server finds out by itself.
    if (way === 'stall') socket?.pause()
    leave()
  }
  deadline.addEventListener('abort', leave, { once: true })
  const unsubscribe = client.subscribe<Record<string, Record<string, unknown>>>(
    { query: DOCUMENTS[kind], variables: { id: generationId, ...(kind === 'log' && cursor) } },
    {
      next({ data }) {
        const told = data?.[kind === 'log' ? 'generationEvents' : 'generationUpdated']
        if (!told) return
        if (kind === 'log') {
          seen.events.push(JSON.stringify(told))
          cursor.after = Number(told['sequence'])
        } else seen.revisions.push(Number(told['revision']))
        if (typeof told['status'] === 'string') seen.status = told['status']
        if (FINAL.has(seen.status ?? '')) seen.hasEnded = true
      },
      error: () => leave(),
      complete: () => leave(),
    },
  )
  await left
  clearTimeout(timer)
  deadline.removeEventListener('abort', leave)
  unsubscribe()
  // A half-open one is left to the server for a while, as a lost one would be.
  const abandoned = socket as WebSocket | null
  if (abandoned?.isPaused) setTimeout(() => abandoned.terminate(), 2_000).unref()
  else await end()
}
