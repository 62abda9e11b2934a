import type { Seen } from './subscriber.ts'

export interface Comparison {
  subscribers: number
  stayed: number
  connections: number
  /** Waited for an end that they were never told. */
  hung: number
  /** Logs that are not the log of the store, event by event. */
  wrongLogs: number
  /** Last states that are not the store's. */
  wrongStates: number
  /** Were told an older state after a newer one. */
  backwards: number
  findings: string[]
}

/** The truth about a generation, as the store has it. */
export interface Truth {
  status: string
  revision: number
  events: readonly string[]
}

/** Compares what each subscriber saw with the store. */
export function compare(all: readonly Seen[], truths: ReadonlyMap<string, Truth>): Comparison {
  const comparison: Comparison = {
    subscribers: all.length,
    stayed: all.filter(({ stayed }) => stayed).length,
    connections: all.reduce((sum, { connections }) => sum + connections, 0),
    hung: 0,
    wrongLogs: 0,
    wrongStates: 0,
    backwards: 0,
    findings: [],
  }
  for (const seen of all) {
    const truth = truths.get(seen.generationId)
    const find = (fault: 'hung' | 'wrongLogs' | 'wrongStates' | 'backwards') => {
      comparison[fault]++
      comparison.findings.push(`${fault}: ${JSON.stringify(seen)}`.slice(0, 400))
    }
    if (!seen.hasEnded) find('hung')
    else if (seen.status !== truth?.status) find('wrongStates')
    if (seen.kind === 'log' && seen.hasEnded && !isSame(seen.events, truth?.events ?? [])) find('wrongLogs')
    if (seen.revisions.some((revision, index) => revision < (seen.revisions[index - 1] ?? 0)))
      find('backwards')
  }
  return comparison
}

function isSame(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((item, index) => item === b[index])
}
