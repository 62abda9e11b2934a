import { randomBytes } from 'node:crypto'
import { hostname } from 'node:os'
import type { Clock, Identifiers } from '@pika-kit/core'

/** The machine's time. */
export const systemClock: Clock = {
  now: () => Date.now(),
  sleep: (ms, signal) =>
    new Promise((resolve) => {
      if (signal?.aborted) return resolve()
      const end = () => {
        clearTimeout(timer)
        signal?.removeEventListener('abort', end)
        resolve()
      }
      const timer = setTimeout(end, ms)
      signal?.addEventListener('abort', end, { once: true })
    }),
}

/** Random from the operating system: 120 bits for an id, 192 for a token. */
export const systemIdentifiers: Identifiers = {
  generationId: () => `gen_${randomBytes(15).toString('base64url')}`,
  webhookToken: () => randomBytes(24).toString('base64url'),
}

/** A name for this process that no other has. */
export function replicaName(): string {
  return `${hostname()}-${process.pid}-${randomBytes(4).toString('hex')}`
}
