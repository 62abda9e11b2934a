import type { InputIssue } from '@pika-kit/core'
import type { CombinedError } from '@urql/core'
import type { GenerateResultData } from '../graphql/documents.ts'
import type { GenerateOutcome } from './useGenerate.ts'
import type { ServerMessages } from './useServerWords.ts'

/** Reads what a mutation that generates answered, or why it did not answer. */
export function readGenerateResult(
  data: GenerateResultData | undefined,
  error: CombinedError | undefined,
  words: ServerMessages,
): GenerateOutcome {
  if (data?.__typename === 'GenerateSuccess')
    return { type: 'accepted', generation: data.generation, isReplay: data.replayed }
  if (data?.__typename === 'InvalidInputError')
    return {
      type: 'invalid',
      message: words.refusals[data.code] ?? data.message,
      issues: data.issues as InputIssue[],
    }
  if (data) return { type: 'refused', code: data.code, message: words.refusals[data.code] ?? data.message }
  const [first] = error?.graphQLErrors ?? []
  const code = first?.extensions['code']
  // A server that fell over may have stored the generation before it did: only a named refusal is an answer.
  if (!first || typeof code !== 'string' || code === 'INTERNAL_SERVER_ERROR') {
    return {
      type: 'unknown',
      message: first ? words.fault : words.pressAgain,
    }
  }
  return { type: 'refused', code, message: words.refusals[code] ?? first.message }
}
