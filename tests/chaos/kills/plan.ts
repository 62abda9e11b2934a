import { type ChaosRequest, type Fate, requestOf } from '../support/fate.ts'
import { pick, randomOf } from '../support/random.ts'

const SCENARIOS = [
  null,
  'lose-submit-reply',
  'lose-submit-reply',
  'result-504-twice',
  'stream-cut',
  'stream-stalled',
  'webhook-duplicate',
  'webhook-out-of-order',
  'reject-422',
] as const

/** The request with this number, with what happens to it: by the seed and the number alone, whatever the machine's pace. */
export function plannedRequest(seed: number, number: number): ChaosRequest {
  return requestOf(number, fateOf(randomOf(seed * 100_003 + number)))
}

function fateOf(random: () => number): Fate {
  const scenario = pick(random, SCENARIOS)
  const draw = random()
  const refusals = draw < 0.1 ? [429 as const] : draw < 0.2 ? [429 as const, 503 as const] : []
  const isCut = random() < 0.05
  // A silent stream without a webhook is noticed after 45 s: that has a test of its own at the gateway.
  const webhook =
    scenario === 'stream-stalled' ? 'sent' : pick(random, ['sent', 'sent', 'lost', 'late'] as const)
  return { scenario, refusals: isCut ? [...refusals, 'cut'] : refusals, webhook }
}

/** Whether the viewer changes their mind: one in twenty. */
export function isCancelled(number: number): boolean {
  return number % 20 === 9
}
