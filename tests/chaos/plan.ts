// What goes wrong for each generation, decided by the seed and its number alone: a failure can be run again as it was,
// whatever the order in which the machine got round to things.

export interface Fate {
  /** Played by the emulator once it has accepted the request. */
  scenario: string | null
  /** Refusals before anything is accepted: statuses, in order. */
  refusals: readonly number[]
  /** fal is never told where to report. */
  isWebhookLost: boolean
}

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

/** What happens to the generation with this number. */
export function fateOf(seed: number, number: number): Fate {
  const random = randomOf(seed * 100_003 + number)
  const scenario = SCENARIOS[Math.floor(random() * SCENARIOS.length)] ?? null
  const refusals = random() < 0.2 ? [429, 503].slice(0, 1 + Math.floor(random() * 2)) : []
  // A silent stream without a webhook is noticed after 45 s: that has a test of its own at the gateway.
  const isWebhookLost = scenario !== 'stream-stalled' && random() < 0.3
  return { scenario, refusals, isWebhookLost }
}

/** A small seeded generator (mulberry32): numbers from 0 up to 1. */
export function randomOf(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

const PIXEL = `data:image/png;base64,${Buffer.from('\x89PNG', 'latin1').toString('base64')}`

/** The request with this number; its prompt says the number, so that the ledger can be compared. */
export function requestOf(number: number): {
  mutation: string
  inputType: string
  input: Record<string, unknown>
} {
  const prompt = promptOf(number)
  switch (number % 4) {
    case 1:
      return {
        mutation: 'generatePikaframes',
        inputType: 'PikaframesInput',
        input: { imageUrls: [PIXEL, PIXEL], prompt },
      }
    case 2:
      return {
        mutation: 'generateImageToVideo',
        inputType: 'ImageToVideoInput',
        input: { imageUrl: PIXEL, prompt },
      }
    case 3:
      return {
        mutation: 'generatePikascenes',
        inputType: 'PikascenesInput',
        input: { imageUrls: [PIXEL], prompt },
      }
    default:
      return { mutation: 'generateTextToVideo', inputType: 'TextToVideoInput', input: { prompt } }
  }
}

const promptOf = (number: number) => `chaos ${number}`

/** The number of a request by what was submitted; null where it is none of ours. */
export function numberOf(input: unknown): number | null {
  const prompt = typeof input === 'object' && input !== null && 'prompt' in input ? input.prompt : null
  const found = typeof prompt === 'string' ? /^chaos (\d+)$/.exec(prompt) : null
  return found ? Number(found[1]) : null
}
