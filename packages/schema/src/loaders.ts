// What a list would ask for item by item is asked for once: a field says what it needs, and all that one step of the
// execution needs is read together.
import type { EventsRequest, Generation, GenerationEvent } from '@pika-kit/core'
import DataLoader from 'dataloader'
import type { PikaContext } from './context.ts'

interface Loaders {
  generation: DataLoader<string, Generation | null>
  /** A page of the log: at most `EVENTS_A_PAGE`. */
  events: DataLoader<EventsRequest, GenerationEvent[]>
}

/** A page with fewer events than this is the last one of its log. */
export const EVENTS_A_PAGE = 500

/** As many as the store reads by one statement. */
const TOGETHER = 100

const known = new WeakMap<PikaContext, Loaders>()

/** The loaders of one operation. */
export function loadersOf(context: PikaContext): Loaders {
  const loaders = known.get(context) ?? createLoaders(context)
  known.set(context, loaders)
  return loaders
}

function createLoaders({ viewer, generations }: PikaContext): Loaders {
  // They keep nothing: a subscription lives long, and a mutation changes what was read before it.
  const options = { cache: false, maxBatchSize: TOGETHER }
  return {
    generation: new DataLoader(async (ids) => {
      const unique = [...new Set(ids)]
      const found = await generations.findMany(viewer.id, unique)
      const byId = new Map(unique.map((id, index) => [id, found[index] ?? null]))
      return ids.map((id) => byId.get(id) ?? null)
    }, options),
    events: new DataLoader((requests) => generations.events(viewer.id, requests, EVENTS_A_PAGE), options),
  }
}
