// Compares what the API answered with the ledger of what was accepted, which is what would have been paid.
import type { LedgerEntry } from '@pika-kit/emulator'
import { fateOf, numberOf } from './plan.ts'

/** How a generation ended, as a client saw it. */
export interface Ending {
  number: number
  status: string
  requestId: string | null
  /** Of its error. */
  code: string | null
}

export interface Verdict {
  completed: number
  failedAsTheyShould: number
  /** Never submitted, and known to be so: a retry is safe. */
  provedAbsent: number
  lost: number
  submittedTwice: number
  notFinal: number
  wrong: number
  /** One line for each that is not as it should be. */
  findings: string[]
}

/** Judges every ending against the fate that the seed gave it. */
export function judge(seed: number, endings: readonly Ending[], ledger: readonly LedgerEntry[]): Verdict {
  const paid = Map.groupBy(ledger, ({ input }) => numberOf(input))
  const verdict: Verdict = {
    completed: 0,
    failedAsTheyShould: 0,
    provedAbsent: 0,
    lost: 0,
    submittedTwice: 0,
    notFinal: 0,
    wrong: 0,
    findings: [],
  }
  for (const ending of endings) {
    const { number, status, requestId, code } = ending
    const requests = paid.get(number) ?? []
    const [request] = requests
    const isRefused = fateOf(seed, number).scenario === 'reject-422'
    const find = (kind: 'lost' | 'submittedTwice' | 'notFinal' | 'wrong') => {
      verdict[kind]++
      const requestIds = requests.map((each) => each.request_id)
      verdict.findings.push(
        `${kind}: ${JSON.stringify({ ...ending, requestIds, fate: fateOf(seed, number) })}`,
      )
    }
    if (requests.length > 1) find('submittedTwice')
    if (!['COMPLETED', 'FAILED', 'CANCELLED'].includes(status)) find(status === 'gone' ? 'lost' : 'notFinal')
    else if (code === 'SUBMISSION_LOST') {
      if (request) find('lost')
      else verdict.provedAbsent++
    } else if (!request || request.request_id !== requestId) find('wrong')
    else if (
      status === (isRefused ? 'FAILED' : 'COMPLETED') &&
      code === (isRefused ? 'INPUT_REJECTED' : null)
    )
      verdict[isRefused ? 'failedAsTheyShould' : 'completed']++
    else find(isRefused ? 'wrong' : 'lost')
  }
  return verdict
}
