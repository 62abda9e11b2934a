import { useEffect, useRef } from 'react'
import type { GenerationData } from '../graphql/documents.ts'
import type { UseGeneration } from '../hooks/useGeneration.ts'
import type { Messages } from '../messages/english/index.ts'
import { catalogWords } from '../messages/english/catalog.ts'
import { resultWords } from '../messages/english/result.ts'
import { useWords } from '../messages/useWords.ts'
import { useSpeech } from './useSpeech.ts'

/** Says each state, each change of the place in the queue at most every ten seconds, and a lost connection. Never a clock. */
export function useSpokenProgress(
  generation: GenerationData | null,
  connection: UseGeneration['connection'],
): { say(words: string): void; spoken: string } {
  const words = useWords(resultWords)
  const { failures } = useWords(catalogWords)
  const { say, spoken } = useSpeech()
  const told = useRef<{ id: string; status: string; words: string } | null>(null)
  const wasOffline = useRef(false)

  useEffect(() => {
    if (!generation) return
    const { id, status } = generation
    const next = stateWords(generation, words, failures)
    const last = told.current
    if (last?.id === id && last.words === next) return
    told.current = { id, status, words: next }
    const isMove = last?.id === id && last.status === status && status === 'IN_QUEUE'
    say({ kind: isMove ? 'place' : 'news', words: next })
  }, [generation, words, failures, say])

  useEffect(() => {
    const isOffline = connection === 'reconnecting'
    if (isOffline !== wasOffline.current)
      say({ kind: 'news', words: isOffline ? words.offline : words.online })
    wasOffline.current = isOffline
  }, [connection, words, say])

  return { say: (text) => say({ kind: 'news', words: text }), spoken }
}

/** A state in words: where it stands in the queue, or how it failed and whether that cost money. */
export function stateWords(
  generation: GenerationData,
  words: Messages['result'],
  failures: Messages['catalog']['failures'],
): string {
  const { status, queuePosition, error } = generation
  const name = words.statuses[status]
  if (status === 'IN_QUEUE' && queuePosition !== null) return words.ahead(queuePosition)
  if (status === 'UNCONFIRMED') return words.spoken(name, words.unconfirmed)
  if (!error) return name
  const { message } = failures[error.code] ?? error
  return words.spokenFailure(name, message, words.billing[error.billing])
}
