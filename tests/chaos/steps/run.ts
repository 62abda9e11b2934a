// The server is killed at each named step of a generation: by the step's name, not by luck.
import { join } from 'node:path'
import type { GenerationStep } from '@pika-kit/core'
import type { Report } from '../report.ts'
import { judge, type Verdict } from '../support/judge.ts'
import { withFolder } from '../../support/left-behind.ts'
import { startProvider } from '../support/provider.ts'
import type { Death } from '../support/server.ts'
import { type Case, numbersOf, runCase } from './case.ts'
import { type Way, WAYS } from './ways.ts'

export interface StepsResult extends Verdict {
  steps: number
  deaths: number
}

const CASES_AT_ONCE = 3

/** The whole of it: each step at its first passing, at its second, and twice in a row. */
export async function run(seed: number): Promise<Report> {
  const plans = WAYS.flatMap((way) =>
    way.steps.flatMap((step) => deathsAt(step).map((deaths) => ({ way, deaths }))),
  )
  const { findings, ...counts } = await runCases(seed, plans)
  return { table: { 'killed at each step': { ...counts } }, broken: findings }
}

/** The short version: along each way one server after the other dies, each at the next step. */
export async function runShort(seed: number): Promise<StepsResult> {
  return runCases(
    seed,
    WAYS.map((way) => ({ way, deaths: way.steps.map((step) => ({ step, passing: 1 })) })),
  )
}

function deathsAt(step: GenerationStep): Death[][] {
  const once = { step, passing: 1 }
  // Nothing is taken up where nobody died before.
  const before: Death[] = step === 'generation-claimed' ? [{ step: 'acceptance-stored', passing: 2 }] : []
  return [
    [...before, once],
    [...before, { step, passing: 2 }],
    [...before, once, once],
  ]
}

async function runCases(seed: number, plans: readonly { way: Way; deaths: Death[] }[]): Promise<StepsResult> {
  let number = 0
  const cases = plans.map((plan): Case => {
    const firstNumber = number
    number += numbersOf(plan)
    return { ...plan, firstNumber }
  })
  const deaths = plans.flatMap((plan) => plan.deaths)
  return withFolder(async (folder) => {
    const provider = await startProvider({ seed, directory: join(folder, 'provider') })
    const results = await inTurns(cases, CASES_AT_ONCE, (each) => runCase(provider, each))
    const verdict = judge(
      results.flatMap(({ endings }) => endings),
      await provider.ledger(),
    )
    await provider.end()
    const missed = results.flatMap((result) => result.missed)
    return {
      ...verdict,
      steps: new Set(deaths.map(({ step }) => step)).size,
      deaths: deaths.length - missed.length,
      findings: [
        ...verdict.findings,
        ...missed.map(({ step, passing }) => `never passed: ${step}, for the ${passing}. time`),
      ],
    }
  })
}

/** All items, so many at once; the answers in the order of the items. */
async function inTurns<Item, Answer>(
  items: readonly Item[],
  atOnce: number,
  work: (item: Item) => Promise<Answer>,
): Promise<Answer[]> {
  const answers: Answer[] = []
  const waiting = [...items.entries()]
  const worker = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) answers[next[0]] = await work(next[1])
  }
  await Promise.all(Array.from({ length: atOnce }, worker))
  return answers
}
