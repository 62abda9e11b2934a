import { useCallback, useRef } from 'react'
import type { GenerateOutcome } from './useGenerate.ts'

/** Sends something that costs money. `button` is what is pressed, `intent` is what is wanted, as text. */
export type SendIntent = (
  button: string,
  intent: string,
  send: (idempotencyKey: string) => Promise<GenerateOutcome>,
) => Promise<GenerateOutcome>

/**
 * Keeps an idempotency key for each intent until it is answered: a second press during the first answers the same promise,
 * and a press after a lost reply sends the same key, also when something else was pressed in between.
 */
export function useIntents(): SendIntent {
  const running = useRef(new Map<string, Promise<GenerateOutcome>>())
  const unanswered = useRef(new Map<string, string>())
  return useCallback((button, intent, send) => {
    const known = running.current.get(button)
    if (known) return known
    const key = unanswered.current.get(intent) ?? newIdempotencyKey()
    unanswered.current.set(intent, key)
    const sent = send(key)
      .then((outcome) => {
        // Only a lost reply keeps its key: after any answer, the next press is a new intent.
        if (outcome.type !== 'unknown') unanswered.current.delete(intent)
        return outcome
      })
      .finally(() => running.current.delete(button))
    running.current.set(button, sent)
    return sent
  }, [])
}

/** 128 random bits. Not `crypto.randomUUID`: it is missing on pages without https. */
function newIdempotencyKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('')
}
