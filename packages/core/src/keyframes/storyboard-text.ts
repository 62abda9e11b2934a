import {
  DEFAULT_TRANSITION_SECONDS,
  MAXIMUM_KEYFRAMES,
  MAXIMUM_TOTAL_SECONDS,
  MINIMUM_TRANSITION_SECONDS,
} from './limits.ts'
import type { Keyframe, Storyboard, Transition } from './storyboard.ts'
import { durationWithin, totalSeconds } from './timing.ts'

/** What is wrong with a line of a storyboard's text. `line` counts from 1. Words for people are made from it where they are shown. */
export type StoryboardTextError = { line: number } & (
  | { code: 'UNKNOWN_KEYFRAME'; text: string; known: readonly string[] }
  | { code: 'STILL_UPLOADING'; text: string }
  | { code: 'BAD_SECONDS'; text: string }
  | { code: 'NO_KEYFRAME_BEFORE' | 'NO_KEYFRAME_BEHIND' | 'TWO_TRANSITIONS' }
  | { code: 'TOO_MANY_KEYFRAMES'; maximum: number }
  | { code: 'OVER_BUDGET'; total: number; budget: number }
)

export type StoryboardTextResult =
  { ok: true; storyboard: Storyboard } | { ok: false; errors: readonly StoryboardTextError[] }

/**
 * A storyboard as text, one line for each keyframe and transition:
 *
 *     1. lake.jpg
 *     → 3 s: dusk falls
 *     2. hill.jpg
 *
 * The numbers are for the reader; the order of the lines is what counts.
 */
export function storyboardText(storyboard: Storyboard): string {
  const labels = keyframeLabels(storyboard)
  return storyboard.transitions
    .flatMap(({ duration, prompt }, index) => [
      `→ ${duration} s${prompt ? `: ${onOneLine(prompt)}` : ''}`,
      `${index + 2}. ${labels[index + 1]}`,
    ])
    .toSpliced(0, 0, ...labels.slice(0, 1).map((label) => `1. ${label}`))
    .join('\n')
}

/** What each keyframe is called: its file's name or the last part of its address, each once (`lake.jpg`, `lake.jpg (2)`). */
export function keyframeLabels({ keyframes }: Storyboard): string[] {
  const taken = new Set<string>()
  return keyframes.map((keyframe) => {
    const label = onOneLine(keyframe.name ?? '') || fileNameIn(keyframe.url ?? '') || 'picture'
    let unique = label
    for (let count = 2; taken.has(unique); count++) unique = `${label} (${count})`
    taken.add(unique)
    return unique
  })
}

/**
 * Reads such a text. A keyframe line names a keyframe of `known` (a second time: the same picture once more), or gives the
 * address of a new one, whose id is `newId()`. Two keyframes with nothing between them get a transition of five seconds, or
 * what the budget leaves.
 */
export function readStoryboardText(
  text: string,
  known: Storyboard,
  newId: () => string,
): StoryboardTextResult {
  if (text.trim() === storyboardText(known).trim()) return { ok: true, storyboard: known }
  const errors: StoryboardTextError[] = []
  const labels = keyframeLabels(known)
  const keyframes: Keyframe[] = []
  /** By the place of the keyframe before it. */
  const given = new Map<number, { line: number; transition: Transition }>()

  for (const [index, raw] of text.split(/\r?\n/).entries()) {
    const [line, content] = [index + 1, raw.trim()]
    if (content === '') continue
    const arrow = /^(?:→|[-=]+>)\s*(.*)$/.exec(content)
    if (!arrow) {
      const found = readKeyframe(content.replace(/^\d+[.)]\s+/, ''))
      if ('code' in found) errors.push({ line, ...found })
      else keyframes.push(found)
      if (keyframes.length > MAXIMUM_KEYFRAMES)
        errors.push({ line, code: 'TOO_MANY_KEYFRAMES', maximum: MAXIMUM_KEYFRAMES })
      continue
    }
    const place = keyframes.length - 1
    const transition = readTransition(arrow[1] ?? '', known.transitions[place]?.prompt)
    if (!transition) errors.push({ line, code: 'BAD_SECONDS', text: arrow[1] ?? '' })
    else if (place < 0) errors.push({ line, code: 'NO_KEYFRAME_BEFORE' })
    else if (given.has(place)) errors.push({ line, code: 'TWO_TRANSITIONS' })
    else given.set(place, { line, transition })
  }
  const dangling = given.get(keyframes.length - 1)
  if (dangling) errors.push({ line: dangling.line, code: 'NO_KEYFRAME_BEHIND' })

  const said = [...given.values()]
  const total = totalSeconds(said.map(({ transition }) => transition))
  const last = said.at(-1)
  if (last && total > MAXIMUM_TOTAL_SECONDS)
    errors.push({ line: last.line, code: 'OVER_BUDGET', total, budget: MAXIMUM_TOTAL_SECONDS })
  if (errors.length > 0) return { ok: false, errors: errors.toSorted((one, other) => one.line - other.line) }

  let left = MAXIMUM_TOTAL_SECONDS - total
  const transitions = keyframes.slice(1).map((_, place) => {
    const said = given.get(place)
    if (said) return said.transition
    const duration = durationWithin(DEFAULT_TRANSITION_SECONDS, left)
    left -= duration
    return { duration }
  })
  return { ok: true, storyboard: { keyframes, transitions } }

  function readKeyframe(label: string): Keyframe | UnreadKeyframe {
    const keyframe = known.keyframes[labels.indexOf(label)]
    if (keyframe) {
      if (!keyframes.some(({ id }) => id === keyframe.id)) return keyframe
      return keyframe.url === null ? { code: 'STILL_UPLOADING', text: label } : { ...keyframe, id: newId() }
    }
    return /^https?:\/\/\S+$/i.test(label)
      ? { id: newId(), url: label }
      : { code: 'UNKNOWN_KEYFRAME', text: label, known: labels }
  }
}

type UnreadKeyframe =
  | { code: 'UNKNOWN_KEYFRAME'; text: string; known: readonly string[] }
  | { code: 'STILL_UPLOADING'; text: string }

/** `3 s: dusk falls`, `3s`, `3`. Null when there are no seconds that a transition can have. */
function readTransition(text: string, knownPrompt: string | undefined): Transition | null {
  const match = /^(\d+)\s*(?:s|sec|seconds?)?\s*(?::\s*(.*))?$/i.exec(text.trim())
  const duration = Number(match?.[1] ?? 0)
  if (!match || duration < MINIMUM_TRANSITION_SECONDS) return null
  const prompt = match[2]
  if (!prompt) return { duration }
  // A prompt of several lines is shown on one; where nobody changed it, its lines stay.
  return { duration, prompt: knownPrompt && onOneLine(knownPrompt) === prompt ? knownPrompt : prompt }
}

function onOneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}

function fileNameIn(address: string): string {
  if (!/^https?:/i.test(address)) return ''
  return address.split(/[?#]/, 1)[0]?.split('/').findLast(Boolean) ?? ''
}
