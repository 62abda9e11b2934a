import type { GenerationEvent } from './events.ts'
import { type Generation, isFinal } from './generation.ts'
import type { GenerationPorts } from './ports.ts'

type WatchPorts = Pick<GenerationPorts, 'store' | 'bus'>

const EVENTS_A_PAGE = 200

/**
 * Listens first, then reads the stored state, then passes on only what is newer: nothing can fall between the two.
 * Ends after the final state, or when the generation is gone.
 */
export async function* watchGeneration(
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
export async function* watchEvents(
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
          if (event.type === 'status-changed' && isFinal(event.status)) return
        }
        if (events.length < EVENTS_A_PAGE) break
      }
      // The final event may lie before the cursor: then there is nothing to wait for.
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
