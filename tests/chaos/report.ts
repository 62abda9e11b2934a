/** What a part of the chaos run found. */
export interface Report {
  /** One line for each thing that was tried; the columns are the same in all lines. */
  table: Record<string, Record<string, string | number>>
  /** One line for each broken promise. */
  broken: string[]
}

/** A part of the chaos run, as `main.ts` runs it. */
export interface Part {
  name: string
  says: string
  run(seed: number): Promise<Report>
}
