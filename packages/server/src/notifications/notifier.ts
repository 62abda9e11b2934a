// Tells the `webhookUrl` of a generation that it is final, by the conventions of Standard Webhooks (standardwebhooks.com).
import { createHmac } from 'node:crypto'
import { type Clock, type Generation, isFinal, type Observer } from '@pika-kit/core'
import { type Post, postPublic } from './post-public.ts'

/** Pauses before the second, third … attempt. Receivers are told once at the least, so they go by the id. */
const PAUSES_MS = [2_000, 10_000, 60_000, 300_000]

export interface NotifierOptions {
  clock: Clock
  observer: Observer
  /** Signs what is sent; unsigned without one. */
  secret?: string | undefined
  post?: Post | undefined
}

/** Delivers in the background. What is not delivered when the process ends is not delivered. */
export interface Notifier {
  /** Does nothing for a generation that is not final or has no `webhookUrl`. */
  notify(generation: Generation): void
  /** Ends what is still trying. */
  close(): Promise<void>
}

export function createNotifier({ clock, observer, secret, post = postPublic }: NotifierOptions): Notifier {
  const closed = new AbortController()
  const running = new Set<Promise<void>>()

  const deliver = async (url: string, generation: Generation) => {
    const id = `${generation.id}:${generation.revision}`
    const body = JSON.stringify(messageOf(generation))
    for (const pause of [0, ...PAUSES_MS]) {
      await clock.sleep(pause, closed.signal)
      if (closed.signal.aborted) return
      const timestamp = String(Math.floor(clock.now() / 1_000))
      const headers = {
        'webhook-id': id,
        'webhook-timestamp': timestamp,
        ...(secret && { 'webhook-signature': sign(secret, id, timestamp, body) }),
      }
      const status = await post(url, body, headers, closed.signal).catch((error: unknown) => String(error))
      if (typeof status === 'number' && status >= 200 && status < 300) return
      observer.note('warn', 'a viewer’s webhook was not taken', { generationId: generation.id, status })
    }
    observer.note('error', 'a viewer’s webhook was given up', { generationId: generation.id })
  }

  return {
    notify(generation) {
      if (!isFinal(generation.status) || generation.webhookUrl === null) return
      const delivery = deliver(generation.webhookUrl, generation)
      running.add(delivery)
      void delivery.finally(() => running.delete(delivery))
    },
    async close() {
      closed.abort()
      await Promise.all(running)
    },
  }
}

function messageOf({
  id,
  status,
  operationId,
  video,
  error,
  tags,
  requestId,
  createdAt,
  completedAt,
}: Generation) {
  return {
    type: `generation.${status.toLowerCase()}`,
    timestamp: new Date(completedAt ?? createdAt).toISOString(),
    data: { id, status, operation: operationId, video, error, tags, requestId },
  }
}

function sign(secret: string, id: string, timestamp: string, body: string): string {
  const key = secret.startsWith('whsec_')
    ? Buffer.from(secret.slice('whsec_'.length), 'base64')
    : Buffer.from(secret)
  return `v1,${createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64')}`
}
