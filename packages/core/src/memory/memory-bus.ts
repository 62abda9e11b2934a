import type { Generation } from '../generation/generation.ts'
import type { GenerationBus, Topic } from '../ports/bus.ts'

interface Subscriber {
  /** The newest state of each generation that was not taken yet, in the order of their first news. */
  waiting: Map<string, Generation>
  /** The newest revision that was passed on: where two publishers overtake each other, the older state comes late. */
  passedOn: Map<string, number>
  wake: (() => void) | null
}

/** A bus within one process, which can also say who is listening: a bus between processes is built on it. */
export interface MemoryBus extends GenerationBus {
  /** Whether a change of this generation of this viewer would reach anybody. */
  isWatched(generation: Pick<Generation, 'id' | 'viewerId'>): boolean
  /** The generations and the viewers that somebody listens to, each once. */
  watched(): { generationIds: string[]; viewerIds: string[] }
}

/**
 * A bus for one process. What a slow subscriber has not taken is replaced by newer states, so memory stays bounded; and a
 * change costs what its own watchers cost, however many there are of others.
 */
export function createMemoryBus(): MemoryBus {
  const ofGeneration = new Map<string, Set<Subscriber>>()
  const ofViewer = new Map<string, Set<Subscriber>>()

  const placeOf = (topic: Topic) =>
    'generationId' in topic
      ? ([ofGeneration, topic.generationId] as const)
      : ([ofViewer, topic.viewerId] as const)

  return {
    publish(generation) {
      tell(ofGeneration.get(generation.id), generation)
      tell(ofViewer.get(generation.viewerId), generation)
    },
    isWatched: ({ id, viewerId }) => ofGeneration.has(id) || ofViewer.has(viewerId),
    watched: () => ({ generationIds: [...ofGeneration.keys()], viewerIds: [...ofViewer.keys()] }),
    subscribe(topic, signal) {
      const subscriber: Subscriber = { waiting: new Map(), passedOn: new Map(), wake: null }
      let isOpen = signal?.aborted !== true
      const [topics, key] = placeOf(topic)
      if (isOpen) topics.set(key, (topics.get(key) ?? new Set()).add(subscriber))
      const close = () => {
        isOpen = false
        const others = topics.get(key)
        others?.delete(subscriber)
        if (others?.size === 0) topics.delete(key)
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

function tell(subscribers: ReadonlySet<Subscriber> | undefined, generation: Generation): void {
  const { id, revision } = generation
  for (const subscriber of subscribers ?? []) {
    const known = subscriber.waiting.get(id)?.revision ?? subscriber.passedOn.get(id) ?? 0
    if (revision <= known) continue
    subscriber.waiting.set(id, generation)
    subscriber.wake?.()
  }
}
