// That a replica lives is said once for all that it follows, however many those are: one small write every few seconds,
// where a lease for each generation would be thousands of writes.
import type { GenerationPorts } from './ports.ts'

/** What a replica tells the others of itself. */
export interface Presence {
  /** Resolves once the store knows that this replica lives; from then on it says so until `leave`. To be awaited before anything is held. */
  join(): Promise<void>
  /** Gives back all that this replica holds, so that others take it up at once. */
  leave(): Promise<void>
}

/**
 * Makes the presence of one replica. `keepOnly` is called after a time in which the replica was taken for dead (it was
 * suspended, or had no connection): with what it still holds, when others may have taken the rest.
 */
export function createPresence(
  { store, clock, replica, timing, observer }: GenerationPorts,
  keepOnly: (held: ReadonlySet<string>) => void,
): Presence {
  const left = new AbortController()
  let joining: Promise<void> | undefined
  let beating: Promise<void> | undefined

  const say = () => {
    const now = clock.now()
    return store.keepAlive({ owner: replica, until: now + timing.lease }, now)
  }

  const beat = async () => {
    let isInDoubt = false
    while (!left.signal.aborted) {
      await clock.sleep(timing.lease / 3, left.signal)
      if (left.signal.aborted) return
      try {
        isInDoubt = !(await say()) || isInDoubt
        if (!isInDoubt) continue
        keepOnly(new Set(await store.heldBy(replica)))
        isInDoubt = false
        observer.note('warn', 'this replica was silent for too long: others may have taken what it followed')
      } catch (error) {
        observer.note('warn', 'the lease could not be renewed', { error: String(error) })
      }
    }
  }

  return {
    join() {
      joining ??= say().then(
        () => void (beating ??= beat()),
        (error: unknown) => {
          joining = undefined
          throw error
        },
      )
      return joining
    },
    async leave() {
      left.abort()
      await joining?.catch(() => undefined)
      await beating
      if (!joining) return
      await store.leave(replica).catch((error: unknown) => {
        // Then the lease lapses.
        observer.note('warn', 'what this replica held could not be given back', { error: String(error) })
      })
    },
  }
}
