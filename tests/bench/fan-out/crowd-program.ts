// The watchers of one side, in a process of their own; it starts the server of the side, and moves it.
import { performance } from 'node:perf_hooks'
import { answerCalls, type Calls, type Remote, startProgram } from '../process/calls.ts'
import { percentile } from '../report/numbers.ts'
import { type Crowd, openCrowd, until } from './crowd.ts'
import type { SideCalls } from './side.ts'

export interface CrowdOptions {
  /** The server's program. */
  program: string
  watchers: number
  /** One for all, or as many as watchers. */
  generations: number
}

export interface Gathered {
  /** What the server's process holds for each socket with its subscription, in bytes. */
  bytesPerSocket: number
  /** CPU of the server for a change that nobody watches, in microseconds: what it costs beside telling. */
  unwatchedMicroseconds: number
}

export interface Measured {
  deliveriesPerSecond: number
  cpuMicrosecondsPerDelivery: number
  /** From the change to its arrival at a watcher. */
  medianMilliseconds: number
  p99Milliseconds: number
  /** Of one message. */
  bytes: number
}

export interface CrowdCalls extends Calls {
  gather(options: CrowdOptions): Promise<Gathered>
  /** Makes so many changes, each when all have been told of the last. */
  measure(changes: number): Promise<Measured>
}

let server: Remote<SideCalls>
let crowd: Crowd
let watchers: number
let change = 0

answerCalls({
  async gather(options) {
    ;({ watchers } = options)
    server = startProgram<SideCalls>(new URL(options.program))
    const { url, ids, beginsWithPresent } = await server.call('start', options.generations)
    const unwatchedMicroseconds = await costUnwatched(options.generations)
    const before = await server.call('memoryBytes')
    crowd = await openCrowd(url, ids, watchers)
    if (beginsWithPresent) await until(() => crowd.arrivals().every((time) => time > 0))
    else await until(async () => (await server.call('watchers')) === watchers)
    return { unwatchedMicroseconds, bytesPerSocket: ((await server.call('memoryBytes')) - before) / watchers }
  },
  async measure(changes) {
    const latencies = new Float64Array(changes * watchers)
    let milliseconds = 0
    const cpuBefore = await server.call('cpuMicroseconds')
    for (let index = 0; index < changes; index++) {
      const all = crowd.expect(1)
      const begun = performance.now()
      const changed = server.call('change', ++change)
      await all
      milliseconds += performance.now() - begun
      const at = await changed
      latencies.set(
        crowd.arrivals().map((time) => time - at),
        index * watchers,
      )
    }
    const cpu = (await server.call('cpuMicroseconds')) - cpuBefore
    return {
      deliveriesPerSecond: (latencies.length / milliseconds) * 1_000,
      cpuMicrosecondsPerDelivery: cpu / latencies.length,
      medianMilliseconds: percentile(latencies, 50),
      p99Milliseconds: percentile(latencies, 99),
      bytes: crowd.newest().length,
    }
  },
} satisfies CrowdCalls)

async function costUnwatched(generations: number): Promise<number> {
  const changes = Math.max(1, Math.round(UNWATCHED_CHANGES / generations))
  const before = await server.call('cpuMicroseconds')
  for (let index = 0; index < changes; index++) await server.call('change', ++change)
  return ((await server.call('cpuMicroseconds')) - before) / (changes * generations)
}

const UNWATCHED_CHANGES = 1_000
