import { answerCalls, type Calls, cpuMicroseconds, monotonicMilliseconds } from '../process/calls.ts'

/** One server of this bench. */
export interface Side {
  /** Where it takes WebSockets of graphql-transport-ws. */
  url: string
  /** What can be watched. */
  ids: readonly string[]
  /** Moves each generation forward to this state; where that takes time, it answers when all of them have changed. */
  change(change: number): void | Promise<void>
  /** How many watch now; null where each who begins is told the present state, and so knows. */
  watchers: (() => number) | null
}

export interface SideCalls extends Calls {
  start(generations: number): Promise<Pick<Side, 'url' | 'ids'> & { beginsWithPresent: boolean }>
  /** Answers when it was begun: monotonic milliseconds, which are the same in every process of a machine. */
  change(change: number): Promise<number>
  watchers(): number
  cpuMicroseconds(): number
  /** What the process holds, without garbage. */
  memoryBytes(): number
}

/** Makes this process one side of the bench. */
export function serveSide(start: (generations: number) => Promise<Side>): void {
  let side: Side | undefined
  const started = () => side ?? raise()
  answerCalls({
    async start(generations) {
      side = await start(generations)
      return { url: side.url, ids: side.ids, beginsWithPresent: side.watchers === null }
    },
    async change(change) {
      const begun = monotonicMilliseconds()
      await started().change(change)
      return begun
    },
    watchers: () => started().watchers?.() ?? 0,
    cpuMicroseconds,
    memoryBytes() {
      globalThis.gc?.()
      const { heapUsed, external } = process.memoryUsage()
      return heapUsed + external
    },
  } satisfies SideCalls)
}

function raise(): never {
  throw new Error('the side was not started')
}
