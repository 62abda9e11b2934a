import { InvariantError } from '../errors.ts'
import type { Generation } from './generation.ts'
import { type Observation, transition } from './lifecycle.ts'
import type { GenerationPorts } from './ports.ts'

// Each lost race means that somebody else stored something; a generation has few changes, so this many in a row is a bug.
const ATTEMPTS = 50

/**
 * The one door for everything that is learned about a generation. Idempotent: what teaches nothing changes nothing.
 * Answers the state after it, or null when the generation is gone.
 */
export async function observe(
  { store, bus, clock, observer }: Pick<GenerationPorts, 'store' | 'bus' | 'clock' | 'observer'>,
  id: string,
  observation: Observation,
): Promise<Generation | null> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const current = await store.find(id)
    if (!current) return null
    const now = clock.now()
    const next = transition(current, observation, now)
    if (!next) return current
    observer.passed?.('state-decided', id)
    if (await store.update(next.generation, next.happenings, now)) {
      observer.passed?.('state-stored', id)
      bus.publish(next.generation)
      observer.passed?.('state-published', id)
      return next.generation
    }
  }
  throw new InvariantError(`generation ${id} could not be stored after ${ATTEMPTS} attempts`)
}
