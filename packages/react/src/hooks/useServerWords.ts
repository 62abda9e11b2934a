import type { CombinedError } from '@urql/core'
import { useMemo } from 'react'
import type { CatalogWords } from '../messages/CatalogWords.ts'
import type { WordsOf } from '../messages/defineSection.ts'
import { catalogWords } from '../messages/english/catalog.ts'
import { serverWords } from '../messages/english/server.ts'
import { useWords } from '../messages/useWords.ts'

/** The words for what a server answers that is not what was asked for. */
export type ServerMessages = WordsOf<typeof serverWords> & Pick<CatalogWords, 'refusals' | 'uploads'>

/** The words for a server that refuses or cannot be asked. The same object until the language changes. */
export function useServerWords(): ServerMessages {
  const words = useWords(serverWords)
  const { refusals, uploads } = useWords(catalogWords)
  return useMemo(() => ({ ...words, refusals, uploads }), [words, refusals, uploads])
}

/** Why there is no answer: the refusal by its code, else as the server says it, else that it cannot be reached. */
export function refusalIn(
  words: ServerMessages,
  refusal: { code: string; message: string } | undefined,
  error: CombinedError | undefined,
): string {
  if (refusal) return words.refusals[refusal.code] ?? refusal.message
  const [first] = error?.graphQLErrors ?? []
  return words.refusals[String(first?.extensions['code'])] ?? first?.message ?? words.unreachable
}
