// What goes wrong for a request is written in its prompt. So every part of a run reads the same: the provider that plays
// it, the judge who compares, and whoever looks into a ledger afterwards.

export interface Fate {
  /** A scenario of the emulator, played once the request is accepted. */
  scenario: string | null
  /** What becomes of the first tries to submit, before anything is accepted. `cut`: the connection dies without an answer. */
  refusals: readonly (429 | 503 | 'cut')[]
  webhook: 'sent' | 'lost' | 'late'
  /** The first answer for the result has no video in it. */
  isResultUnreadable?: boolean
}

export const NO_FAULT: Fate = { scenario: null, refusals: [], webhook: 'sent' }

/** A request as it is asked for through GraphQL, and as it is posted to fal. */
export interface ChaosRequest {
  number: number
  fate: Fate
  mutation: string
  inputType: string
  input: Record<string, unknown>
  endpointId: string
  body: Record<string, unknown>
}

const PIXEL = `data:image/png;base64,${Buffer.from('\x89PNG', 'latin1').toString('base64')}`

/** The request with this number, which has this fate. Every fourth is of the same operation. */
export function requestOf(number: number, fate: Fate): ChaosRequest {
  const prompt = `chaos ${number} ${JSON.stringify(fate)}`
  const of = (
    name: string,
    endpoint: string,
    input: Record<string, unknown>,
    body: Record<string, unknown>,
  ): ChaosRequest => ({
    number,
    fate,
    mutation: `generate${name}`,
    inputType: `${name}Input`,
    input: { prompt, ...input },
    endpointId: `fal-ai/pika/v2.2/${endpoint}`,
    body: { prompt, ...body },
  })
  switch (number % 4) {
    case 1:
      return of('Pikaframes', 'pikaframes', { imageUrls: [PIXEL, PIXEL] }, { image_urls: [PIXEL, PIXEL] })
    case 2:
      return of('ImageToVideo', 'image-to-video', { imageUrl: PIXEL }, { image_url: PIXEL })
    case 3:
      return of('Pikascenes', 'pikascenes', { imageUrls: [PIXEL] }, { image_urls: [PIXEL] })
    default:
      return of('TextToVideo', 'text-to-video', {}, {})
  }
}

/** Number and fate of what was submitted; null where it is none of ours. */
export function readFate(body: unknown): { number: number; fate: Fate } | null {
  const prompt = typeof body === 'object' && body !== null && 'prompt' in body ? body.prompt : null
  const found = typeof prompt === 'string' ? /^chaos (\d+) (\{.*\})$/.exec(prompt) : null
  return found ? { number: Number(found[1]), fate: JSON.parse(found[2] ?? '') as Fate } : null
}
