import type { RecoverOutcomeData } from '../hooks/useGenerationActions.ts'
import type { WordsOf } from '../messages/defineSection.ts'
import type { resultWords } from '../messages/english/result.ts'

/** How looking again went, in words. A video that is complete and has no copy cannot have one: the server keeps none. */
export function recoveryIn(words: WordsOf<typeof resultWords>, outcome: RecoverOutcomeData): string {
  if (outcome.type === 'failed') return outcome.message
  const isKeptByProvider = outcome.generation.video?.isArchived === false
  return outcome.type === 'COMPLETE' && isKeptByProvider
    ? words.noArchive
    : words.recoverOutcomes[outcome.type]
}
