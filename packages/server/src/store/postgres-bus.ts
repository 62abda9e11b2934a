// News between replicas. Within a replica a change is told at once; the others are told by PostgreSQL when it commits,
// and read what somebody there watches. A notification that is lost with its connection is made good: after each
// connection all that is watched is read again.
import type { GenerationBus, GenerationStore, Observer } from '@pika-kit/core'
import { createMemoryBus } from '@pika-kit/core/memory'
import pg from 'pg'
import { systemClock } from '../system.ts'
import { CHANNEL, readAnnouncement } from './announcements.ts'

export interface PostgresBusOptions {
  /** `postgres://…` */
  url: string
  /** The name of this replica: its own announcements are not news to it. */
  replica: string
  store: Pick<GenerationStore, 'findMany' | 'list'>
  observer: Observer
}

export interface PostgresBus extends GenerationBus {
  close(): Promise<void>
}

/** How many changed generations are read at once. */
const READ_AT_ONCE = 200
/** A viewer has at most some dozens under way; what ended while nobody listened is among the newest. */
const NEWEST_OF_A_VIEWER = 100
/** Pauses before a connection is tried again; the last one from then on. */
const RECONNECT_MS = [100, 500, 2_000]
const LONGEST_RECONNECT_MS = 5_000
const READ_AGAIN_MS = 500
/** A connection that died without a word is noticed by a question, at the latest after these two. */
const ASK_EVERY_MS = 10_000
const ANSWER_WITHIN_MS = 5_000

/** Starts to listen. Rejects when the database cannot be reached. */
export async function createPostgresBus(options: PostgresBusOptions): Promise<PostgresBus> {
  const { url, replica, store, observer } = options
  const local = createMemoryBus()
  const changed = new Set<string>()
  let reading: Promise<void> | null = null
  let isClosed = false
  let client: pg.Client
  let reconnecting: Promise<void> | null = null
  const closing = new AbortController()

  const readChanged = async () => {
    while (changed.size > 0 && !isClosed) {
      const ids = [...changed].slice(0, READ_AT_ONCE)
      for (const id of ids) changed.delete(id)
      try {
        for (const generation of await store.findMany(ids)) if (generation) local.publish(generation)
      } catch (error) {
        observer.note('warn', 'changes of other replicas could not be read', { error: String(error) })
        for (const id of ids) changed.add(id)
        await systemClock.sleep(READ_AGAIN_MS, closing.signal)
      }
    }
    reading = null
  }
  const hear = (id: string) => {
    changed.add(id)
    reading ??= readChanged()
  }

  /** After a time in which nobody listened: reads all that is watched. */
  const catchUp = async () => {
    const { generationIds, viewerIds } = local.watched()
    for (const id of generationIds) hear(id)
    for (const viewerId of viewerIds) {
      const newest = { viewerId, filter: {}, first: NEWEST_OF_A_VIEWER }
      for (const generation of (await store.list(newest)).generations) local.publish(generation)
    }
  }

  const connect = async (): Promise<pg.Client> => {
    const next = new pg.Client({
      connectionString: url,
      application_name: `pika-kit listens at ${replica}`,
      keepAlive: true,
      query_timeout: ANSWER_WITHIN_MS,
    })
    next.on('error', () => lose(next))
    next.on('end', () => lose(next))
    next.on('notification', ({ payload }) => {
      const announcement = readAnnouncement(payload)
      if (!announcement || announcement.origin === replica) return
      const { id, viewerId } = announcement
      if (viewerId === null || local.isWatched({ id, viewerId })) hear(id)
    })
    try {
      await next.connect()
      await next.query(`listen ${CHANNEL}`)
    } catch (error) {
      await next.end().catch(() => undefined)
      throw error
    }
    return next
  }

  const lose = (lost: pg.Client) => {
    if (isClosed || lost !== client || reconnecting) return
    observer.note('warn', 'the connection that hears of other replicas was lost')
    void lost.end().catch(() => undefined)
    reconnecting = (async () => {
      for (let attempt = 0; !isClosed; attempt++) {
        await systemClock.sleep(RECONNECT_MS[attempt] ?? LONGEST_RECONNECT_MS, closing.signal)
        if (isClosed) return
        try {
          client = await connect()
          await catchUp()
          return
        } catch (error) {
          await client.end().catch(() => undefined)
          observer.note('warn', 'no connection to hear of other replicas', { error: String(error) })
        }
      }
    })().finally(() => {
      reconnecting = null
    })
  }

  const ask = async () => {
    while (!isClosed) {
      await systemClock.sleep(ASK_EVERY_MS, closing.signal)
      if (isClosed || reconnecting) continue
      const asked = client
      await asked.query('select 1').catch(() => lose(asked))
    }
  }

  client = await connect()
  const asking = ask()

  return {
    publish: (generation) => local.publish(generation),
    subscribe: (topic, signal) => local.subscribe(topic, signal),
    async close() {
      isClosed = true
      closing.abort()
      await Promise.all([asking, reconnecting, reading])
      await client.end()
    },
  }
}
