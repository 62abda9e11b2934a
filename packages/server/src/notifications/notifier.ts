// Tells the `webhookUrl` of a generation that it is final, by the conventions of Standard Webhooks (standardwebhooks.com).
import { createHmac } from 'node:crypto'
import {
  type Clock,
  type Generation,
  isFinal,
  type Notification,
  type Observer,
  type Outbox,
  type Video,
} from '@pika-kit/core'
import { type Post, postPublic } from './post-public.ts'

/** How many are on their way at once: a receiver that hangs must not hold up the others. */
const AT_ONCE = 20
/** Longer than an attempt can last (`post-public.ts`), so that no two replicas are at one notification at the same time. */
const LEASE_MS = 60_000
/** How often a replica looks for what is due; what ends in its own process it tells at once. */
const LOOK_EVERY_MS = 5_000
const FIRST_PAUSE_MS = 5_000
const LONGEST_PAUSE_MS = 3_600_000
/** An attempt that fails when the notification is older than this is the last one. */
const GIVEN_UP_AFTER_MS = 24 * 3_600_000

export interface NotifierOptions {
  outbox: Outbox
  clock: Clock
  observer: Observer
  /** The name of this process in leases. */
  replica: string
  /** Signs what is sent; unsigned without one. */
  secret?: string | undefined
  post?: Post | undefined
  /** Where a video can be had when it is told; by default where the provider has it. */
  urlOf?: ((video: Video) => Promise<string>) | undefined
}

/**
 * Delivers what the outbox holds, at least once: a notification goes when its receiver answers 2xx, after pauses of 5 s,
 * 10 s, 20 s … up to an hour, and is given up, with a note to the operator, after a day or at a 410.
 */
export interface Notifier {
  /** Delivers what an earlier process left, and keeps looking, until `close`. */
  start(): void
  /** Looks at once where this change left a notification. */
  wake(generation: Generation): void
  /** Breaks off what is on its way and gives it back: it is sent again by whoever claims it next. */
  close(): Promise<void>
}

export function createNotifier({
  outbox,
  clock,
  observer,
  replica,
  secret,
  post = postPublic,
  urlOf = async ({ url }) => url,
}: NotifierOptions): Notifier {
  const closed = new AbortController()
  const running = new Set<Promise<void>>()
  let nap = new AbortController()
  let loop: Promise<void> | undefined

  const attempt = async (notification: Notification) => {
    const { id, generation, createdAt, attempts } = notification
    const url = generation.webhookUrl
    if (url === null) return outbox.remove(id, replica)
    const body = JSON.stringify(await messageOf(generation, urlOf))
    const timestamp = String(Math.floor(clock.now() / 1_000))
    const headers = {
      'webhook-id': id,
      'webhook-timestamp': timestamp,
      ...(secret && { 'webhook-signature': sign(secret, id, timestamp, body) }),
    }
    const status = await post(url, body, headers, closed.signal).catch((error: unknown) => String(error))
    if (typeof status === 'number' && status >= 200 && status < 300) return outbox.remove(id, replica)
    const now = clock.now()
    if (closed.signal.aborted) return outbox.postpone(id, replica, now)
    const facts = { generationId: generation.id, status, attempts: attempts + 1 }
    // 410 is how a receiver says, by Standard Webhooks, that it wants no more.
    if (status === 410 || now - createdAt >= GIVEN_UP_AFTER_MS) {
      observer.note('error', 'a viewer’s webhook was given up', facts)
      return outbox.remove(id, replica)
    }
    observer.note('warn', 'a viewer’s webhook was not taken', facts)
    return outbox.postpone(id, replica, now + Math.min(FIRST_PAUSE_MS * 2 ** attempts, LONGEST_PAUSE_MS))
  }

  const deliver = (notification: Notification) => {
    const delivery = attempt(notification)
      // The lease lapses, and it is sent again.
      .catch((error: unknown) => noteFailure(error))
      .finally(() => {
        const wasFull = running.size >= AT_ONCE
        running.delete(delivery)
        if (wasFull) nap.abort()
      })
    running.add(delivery)
  }
  const noteFailure = (error: unknown) =>
    observer.note('error', 'the outbox of notifications failed', { error: String(error) })

  const look = async () => {
    while (!closed.signal.aborted) {
      nap = new AbortController()
      const places = AT_ONCE - running.size
      const now = clock.now()
      try {
        const lease = { owner: replica, until: now + LEASE_MS }
        for (const notification of places > 0 ? await outbox.claim(lease, now, places) : [])
          deliver(notification)
      } catch (error) {
        noteFailure(error)
      }
      await clock.sleep(LOOK_EVERY_MS, AbortSignal.any([closed.signal, nap.signal]))
    }
  }

  return {
    start() {
      loop ??= look()
    },
    wake(generation) {
      if (isFinal(generation.status) && generation.webhookUrl !== null) nap.abort()
    },
    async close() {
      closed.abort()
      await loop
      await Promise.all(running)
    },
  }
}

async function messageOf(generation: Generation, urlOf: (video: Video) => Promise<string>) {
  const { id, status, operationId, video, error, tags, requestId, createdAt, completedAt } = generation
  return {
    type: `generation.${status.toLowerCase()}`,
    timestamp: new Date(completedAt ?? createdAt).toISOString(),
    data: {
      id,
      status,
      operation: operationId,
      video: video && (await toldOf(video)),
      error,
      tags,
      requestId,
    },
  }

  async function toldOf(told: Video) {
    const { archiveKey, ...facts } = told
    return { ...facts, url: await urlOf(told), isArchived: archiveKey !== undefined }
  }
}

function sign(secret: string, id: string, timestamp: string, body: string): string {
  const key = secret.startsWith('whsec_')
    ? Buffer.from(secret.slice('whsec_'.length), 'base64')
    : Buffer.from(secret)
  return `v1,${createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64')}`
}
