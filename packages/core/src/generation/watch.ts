import type { GenerationEvent } from './events.ts'
import { type Generation, isFinal } from './generation.ts'
import type { GenerationPorts } from './ports.ts'

type WatchPorts = Pick<GenerationPorts, 'store' | 'bus'>

const EVENTS_A_PAGE = 200

/** The present state of a generation, then each newer one. */
export function watchGeneration(
  ports: WatchPorts,
  id: string,
  signal?: AbortSignal,
): AsyncIterableIterator<Generation> {
  return closable((inner) => statesOf(ports, id, inner), signal)
}

/** The log of a generation above a sequence, then each new event. */
export function watchEvents(
  ports: WatchPorts,
  id: string,
  after: number,
  signal?: AbortSignal,
): AsyncIterableIterator<GenerationEvent> {
  return closable((inner) => eventsOf(ports, id, after, inner), signal)
}

/**
 * Listens first, then reads the stored state, then passes on only what is newer: nothing can fall between the two.
 * Ends after the final state, or when the generation is gone.
 */
async function* statesOf(
  { store, bus }: WatchPorts,
  id: string,
  signal?: AbortSignal,
): AsyncGenerator<Generation> {
  const changes = bus.subscribe({ generationId: id }, signal)
  try {
    let known = await store.find(id)
    if (!known) return
    yield known
    if (isFinal(known.status)) return
    for await (const changed of changes) {
      if (changed.revision <= known.revision) continue
      known = changed
      yield known
      if (isFinal(known.status)) return
    }
  } finally {
    await changes.return?.()
  }
}

/** Each change of each generation of a viewer, from the call on; a slow reader gets the newest state of each. */
export function watchViewer(
  { bus }: WatchPorts,
  viewerId: string,
  signal?: AbortSignal,
): AsyncIterableIterator<Generation> {
  return bus.subscribe({ viewerId }, signal)
}

/** Replays the log above `after` from the store, then reads on each time the generation changes: exact, whatever the bus drops. */
async function* eventsOf(
  { store, bus }: WatchPorts,
  id: string,
  after: number,
  signal?: AbortSignal,
): AsyncGenerator<GenerationEvent> {
  const changes = bus.subscribe({ generationId: id }, signal)
  let cursor = after
  try {
    for (;;) {
      for (;;) {
        const events = await store.events(id, cursor, EVENTS_A_PAGE)
        for (const event of events) {
          cursor = event.sequence
          yield event
        }
        if (events.length < EVENTS_A_PAGE) break
      }
      // Not the events say when it ends: a final one may be followed by others, where the generation was looked for again.
      const generation = await store.find(id)
      if (!generation || (isFinal(generation.status) && (await store.events(id, cursor, 1)).length === 0))
        return
      const { done } = await changes.next()
      if (done) return
    }
  } finally {
    await changes.return?.()
  }
}

/**
 * A generator whose `return` also ends the wait that it is in. By itself an async generator takes notice of `return` only
 * at its next `yield`: a watcher who leaves would be kept until the generation changes.
 */
function closable<Value>(
  start: (signal: AbortSignal) => AsyncGenerator<Value>,
  outer: AbortSignal | undefined,
): AsyncIterableIterator<Value> {
  const ended = new AbortController()
  const end = () => ended.abort()
  if (outer?.aborted) end()
  outer?.addEventListener('abort', end, { once: true })
  const generator = start(ended.signal)
  return {
    async next() {
      const result = await generator.next()
      if (result.done) outer?.removeEventListener('abort', end)
      return result
    },
    async return() {
      outer?.removeEventListener('abort', end)
      end()
      await generator.return(undefined)
      return { done: true, value: undefined }
    },
    [Symbol.asyncIterator]() {
      return this
    },
  }
}
