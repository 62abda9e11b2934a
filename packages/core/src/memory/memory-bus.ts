import type { Generation } from '../generation/generation.ts'
import type { GenerationBus, Topic } from '../ports/bus.ts'

interface Subscriber {
  topic: Topic
  /** The newest state of each generation that was not taken yet, in the order of their first news. */
  waiting: Map<string, Generation>
  /** The newest revision that was passed on: where two publishers overtake each other, the older state comes late. */
  passedOn: Map<string, number>
  wake: (() => void) | null
}

/** A bus for one process. What a slow subscriber has not taken is replaced by newer states, so memory stays bounded. */
export function createMemoryBus(): GenerationBus {
  const subscribers = new Set<Subscriber>()

  return {
    publish(generation) {
      for (const subscriber of subscribers) {
        if (!concerns(subscriber.topic, generation)) continue
        const { id, revision } = generation
        const known = subscriber.waiting.get(id)?.revision ?? subscriber.passedOn.get(id) ?? 0
        if (revision <= known) continue
        subscriber.waiting.set(id, generation)
        subscriber.wake?.()
      }
    },
    subscribe(topic, signal) {
      const subscriber: Subscriber = { topic, waiting: new Map(), passedOn: new Map(), wake: null }
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
              const [id, generation] = first
              subscriber.waiting.delete(id)
              subscriber.passedOn.set(id, generation.revision)
              return { done: false, value: generation }
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
