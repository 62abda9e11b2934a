// Compares what clients were told with the ledger of what was accepted, which is what would have been paid. It judges
// Pika Kit and the plain client of the yardstick alike.
import type { LedgerEntry } from '@pika-kit/emulator'
import { type Fate, readFate } from './fate.ts'

/** How a request ended, as its client saw it. */
export interface Ending {
  number: number
  fate: Fate
  status: string
  requestId: string | null
  /** Of its error. */
  code: string | null
  /** How often the client asked for it, with the same key. */
  asked: number
  isCancelled?: boolean
}

export interface Verdict {
  completed: number
  failedAsTheyShould: number
  cancelled: number
  /** Never submitted, and known to be so: a retry is safe. */
  provedAbsent: number
  /** More than one request in the ledger for one intent. */
  paidTwice: number
  /** Accepted by the provider, or acknowledged to the client, and not there at the end. */
  lost: number
  /** Still under way when the time was over. */
  notFinal: number
  /** Another end, or another request, than its fate asks for. */
  wrong: number
  /** One line for each that is not as it should be. */
  findings: string[]
}

type Fault = 'paidTwice' | 'lost' | 'notFinal' | 'wrong'

/** Judges every ending against its fate and the ledger. */
export function judge(endings: readonly Ending[], ledger: readonly LedgerEntry[]): Verdict {
  const paid = Map.groupBy(ledger, ({ input }) => readFate(input)?.number ?? null)
  const verdict: Verdict = {
    completed: 0,
    failedAsTheyShould: 0,
    cancelled: 0,
    provedAbsent: 0,
    paidTwice: 0,
    lost: 0,
    notFinal: 0,
    wrong: 0,
    findings: [],
  }
  for (const ending of endings) {
    const requestIds = (paid.get(ending.number) ?? []).map(({ request_id }) => request_id)
    const find = (fault: Fault) => {
      verdict[fault]++
      verdict.findings.push(`${fault}: ${JSON.stringify({ ...ending, requestIds })}`)
    }
    if (requestIds.length > 1) find('paidTwice')
    const end = endOf(ending, requestIds)
    if (end === 'lost' || end === 'notFinal' || end === 'wrong') find(end)
    else verdict[end]++
  }
  return verdict
}

function endOf(
  ending: Ending,
  requestIds: readonly string[],
): Exclude<keyof Verdict, 'findings' | 'paidTwice'> {
  const { fate, status, requestId, code, isCancelled = false } = ending
  const isPaid = requestIds.length > 0
  switch (status) {
    case 'gone':
      return 'lost'
    case 'CANCELLED':
      return isCancelled ? 'cancelled' : 'wrong'
    case 'COMPLETED':
    case 'FAILED':
      break
    default:
      return 'notFinal'
  }
  if (code === 'SUBMISSION_LOST') return isPaid ? 'lost' : 'provedAbsent'
  const mustFail = fate.scenario === 'reject-422'
  const isAsItShould = mustFail
    ? status === 'FAILED' && code === 'INPUT_REJECTED'
    : status === 'COMPLETED' && code === null
  if (isAsItShould && requestId !== null && requestIds.includes(requestId))
    return mustFail ? 'failedAsTheyShould' : 'completed'
  return isPaid && status === 'FAILED' && !mustFail ? 'lost' : 'wrong'
}
