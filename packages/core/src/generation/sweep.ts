import type { Follower } from './follow.ts'
import type { GenerationPorts } from './ports.ts'
import type { Presence } from './presence.ts'

const CLAIMED_AT_ONCE = 100

/** Finds generations that nobody follows (their replica died, or was stopped) and follows them. */
export interface Sweep {
  start(): void
  stop(): Promise<void>
}

/** Makes the sweep of one replica: it looks at once, and then again and again. */
export function createSweep(ports: GenerationPorts, follower: Follower, presence: Presence): Sweep {
  const stopped = new AbortController()
  let running: Promise<void> | undefined

  const sweep = async () => {
    while (!stopped.signal.aborted) {
      try {
        await presence.join()
        await claimAll(ports, follower, stopped.signal)
      } catch (error) {
        ports.observer.note('error', 'the sweep failed', { error: String(error) })
      }
      await ports.clock.sleep(ports.timing.sweep, stopped.signal)
    }
  }

  return {
    start() {
      running ??= sweep()
    },
    async stop() {
      stopped.abort()
      await running
    },
  }
}

async function claimAll(
  { store, clock, replica, observer }: GenerationPorts,
  follower: Follower,
  stopped: AbortSignal,
): Promise<void> {
  for (;;) {
    const claimed = await store.claim(replica, clock.now(), CLAIMED_AT_ONCE)
    for (const generation of claimed) {
      observer.passed?.('generation-claimed', generation.id)
      follower.follow(generation)
    }
    if (claimed.length > 0)
      observer.note('info', 'took up generations that nobody followed', { count: claimed.length })
    if (claimed.length < CLAIMED_AT_ONCE || stopped.aborted) return
  }
}
