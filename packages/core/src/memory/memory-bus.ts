import type { Generation } from '../generation/generation.ts'
import type { GenerationBus, Topic } from '../ports/bus.ts'

interface Subscriber {
  topic: Topic
  /** The newest state of each generation that was not taken yet, in the order of their first news. */
  waiting: Map<string, Generation>
  wake: (() => void) | null
}

/** A bus for one process. What a slow subscriber has not taken is replaced by newer states, so memory stays bounded. */
export function createMemoryBus(): GenerationBus {
  const subscribers = new Set<Subscriber>()

  return {
    publish(generation) {
      for (const subscriber of subscribers) {
        if (!concerns(subscriber.topic, generation)) continue
        const waiting = subscriber.waiting.get(generation.id)
        if (waiting && waiting.revision >= generation.revision) continue
        subscriber.waiting.set(generation.id, generation)
        subscriber.wake?.()
      }
    },
    subscribe(topic, signal) {
      const subscriber: Subscriber = { topic, waiting: new Map(), wake: null }
      let isOpen = signal?.aborted !== true
      if (isOpen) subscribers.add(subscriber)
      const close = () => {
        isOpen = false
        subscribers.delete(subscriber)
        signal?.removeEventListener('abort', close)
        subscriber.wake?.()
      }
      signal?.addEventListener('abort', close, { once: true })

      return {
        async next() {
          for (;;) {
            if (!isOpen) return { done: true, value: undefined }
            const [first] = subscriber.waiting
            if (first) {
              subscriber.waiting.delete(first[0])
              return { done: false, value: first[1] }
            }
            await new Promise<void>((resolve) => {
              subscriber.wake = resolve
            })
            subscriber.wake = null
          }
        },
        async return() {
          close()
          return { done: true, value: undefined }
        },
        [Symbol.asyncIterator]() {
          return this
        },
      }
    },
  }
}

function concerns(topic: Topic, generation: Generation): boolean {
  return 'generationId' in topic
    ? topic.generationId === generation.id
    : topic.viewerId === generation.viewerId
}
