/** One bench: measures something of ours beside what people would use instead, in the same run. */
export interface Bench {
  name: string
  says: string
  /** Rows of a table; numbers are seconds unless their names say otherwise. */
  run(rounds: number): Promise<Record<string, string | number>[]>
}
