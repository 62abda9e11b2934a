import type { GenerateOutcome } from '@pika-kit/react'

/** The id of the generation that came of a press, if one did. */
export function idOf(outcome: GenerateOutcome | null): string | null {
  return outcome?.type === 'accepted' ? outcome.generation.id : null
}
