import type { GenerationGateway } from '@pika-kit/core'

export interface MovingQueue {
  gateway: GenerationGateway
  /** Every request is at this position now, and whoever follows one is told. */
  moveTo(position: number): void
  /** Resolves when so many requests are followed. */
  followed(count: number): Promise<void>
}

/** A provider that accepts everything and only moves its queue. */
export function createMovingQueue(first: number): MovingQueue {
  let position = first
  let requests = 0
  const wake = new Set<() => void>()
  const notTold = { type: 'unknown', cause: 'the bench only moves the queue' } as const
  let awaited: { count: number; resolve(): void } | null = null
  return {
    moveTo(next) {
      position = next
      for (const resolve of wake) resolve()
    },
    followed(count) {
      const { promise, resolve } = Promise.withResolvers<void>()
      awaited = { count, resolve }
      if (wake.size >= count) resolve()
      return promise
    },
    gateway: {
      submit: async () => ({
        type: 'accepted',
        requestId: String(++requests).padStart(20, '0'),
        queuePosition: first,
      }),
      async *follow(_request, signal) {
        let told = first
        while (!signal.aborted) {
          if (told === position) {
            const { promise, resolve } = Promise.withResolvers<void>()
            wake.add(resolve)
            signal.addEventListener('abort', () => resolve(), { once: true })
            if (awaited && wake.size >= awaited.count) awaited.resolve()
            await promise
            wake.delete(resolve)
          } else {
            told = position
            yield { status: 'IN_QUEUE', queuePosition: told, logs: [] }
          }
        }
      },
      status: async () => ({ type: 'unavailable', cause: notTold.cause, retryAfterMs: null }),
      result: async () => ({ type: 'not-ready' }),
      cancel: async () => 'requested',
      findSubmission: async () => notTold,
      findRequest: async () => notTold,
    },
  }
}
