/** Something that is to be spoken. */
export interface Utterance {
  /** Of a `place` in the queue only the newest matters, and it is told now and then; everything else is told in order. */
  kind: 'news' | 'place'
  words: string
}

/** What was spoken, and what waits to be. */
export interface Speech {
  spoken: string
  /** When it was spoken, in milliseconds; before the first, long ago. */
  spokenAt: number
  /** When a place in the queue was last spoken. */
  placeAt: number
  waiting: readonly Utterance[]
}

/** A screen reader drops what is replaced at once: each is left there for a moment. */
export const SHORTEST_PAUSE_MS = 1_000
/** A queue may move each second. */
export const PLACE_PAUSE_MS = 10_000

export const silence: Speech = { spoken: '', spokenAt: -Infinity, placeAt: -Infinity, waiting: [] }

/** Takes in what is to be spoken. News makes a place that still waits old. */
export function hear(speech: Speech, utterance: Utterance): Speech {
  const news = speech.waiting.filter(({ kind }) => kind === 'news')
  return { ...speech, waiting: [...news, utterance] }
}

/** When the next may be spoken; null where none waits. */
export function dueAt({ waiting: [next], spokenAt, placeAt }: Speech): number | null {
  if (!next) return null
  const due = spokenAt + SHORTEST_PAUSE_MS
  return next.kind === 'news' ? due : Math.max(due, placeAt + PLACE_PAUSE_MS)
}

/** Speaks the next. */
export function speak(speech: Speech, now: number): Speech {
  const [next, ...waiting] = speech.waiting
  if (!next) return speech
  const isPlace = next.kind === 'place'
  return { spoken: next.words, spokenAt: now, placeAt: isPlace ? now : speech.placeAt, waiting }
}
