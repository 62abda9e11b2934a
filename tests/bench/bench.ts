import type { BarChart } from './report/bar-chart.ts'

/** One bench: measures something of ours beside what people would use instead, in turn in the same run. */
export interface Bench {
  /** As in `npm run bench -- NAME`; also the name of its section in docs/performance.md and of its files. */
  name: string
  says: string
  /** How many rounds it takes where the command does not say. Default 3. */
  rounds?: number
  run(settings: Settings): Promise<Findings>
}

export interface Settings {
  /** How often each side is measured; the tables show medians. */
  rounds: number
  /** Small counts that show that the bench works. Its numbers mean nothing. */
  isQuick: boolean
  /** Says what is being measured now. */
  note(line: string): void
}

/** Column heading → value. Headings name the unit; numbers are shown with three digits that matter. */
export type Row = Readonly<Record<string, string | number>>

export interface Findings {
  /** Above each table stands its title. */
  tables: readonly { title: string; rows: readonly Row[] }[]
  charts?: readonly BarChart[]
  goals?: readonly Goal[]
  /** Where it took another number of rounds than it was asked for: what is counted needs no medians. */
  rounds?: number
}

/** What a number should be at least, or at most. */
export interface Goal {
  says: string
  measured: number
  atLeast?: number
  atMost?: number
}

export function isMet({ measured, atLeast = -Infinity, atMost = Infinity }: Goal): boolean {
  return measured >= atLeast && measured <= atMost
}
