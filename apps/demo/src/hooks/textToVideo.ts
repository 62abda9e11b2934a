import { createCatalog, type Operation } from '@pika-kit/core'
import type { GenerateOutcome } from '@pika-kit/react'

/** What the stories of the hooks generate. */
export const textToVideo = createCatalog().find('TEXT_TO_VIDEO') as Operation

/** The generation that came of a press, if one did. */
export function idOf(outcome: GenerateOutcome | null): string | null {
  return outcome?.type === 'accepted' ? outcome.generation.id : null
}
