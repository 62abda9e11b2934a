import { type DraftOperation, mediaUrlsOf } from '../media.ts'
import { textOf } from '../toolkit/text.ts'

const DEFAULT_TRANSITION_SECONDS = 5

/** The seconds of each transition of an input, one fewer than its images; 5 where `transitions` says nothing. */
export function transitionSeconds(operation: DraftOperation, input: Record<string, unknown>): number[] {
  const stills = mediaUrlsOf(operation, input).filter(({ kind }) => kind === 'image').length
  return Array.from({ length: Math.max(1, stills - 1) }, (_, index) => {
    const seconds = transitionAt(input, index)['duration']
    return typeof seconds === 'number' && seconds > 0 ? seconds : DEFAULT_TRANSITION_SECONDS
  })
}

/** The prompt of each transition: its own, or the one of the whole. Empty where there is none. */
export function transitionPrompts(operation: DraftOperation, input: Record<string, unknown>): string[] {
  return transitionSeconds(operation, input).map((_, index) => {
    const own = textOf(transitionAt(input, index)['prompt'])
    return own || textOf(input['prompt'])
  })
}

/** Where a second falls: the number of its transition, and how far through it is, 0…1. */
export function placeInTransitions(
  durations: readonly number[],
  seconds: number,
): { index: number; progress: number } {
  let start = 0
  for (const [index, length] of durations.entries()) {
    if (seconds < start + length) return { index, progress: Math.max(0, (seconds - start) / length) }
    start += length
  }
  return { index: durations.length - 1, progress: 1 }
}

function transitionAt(input: Record<string, unknown>, index: number): Record<string, unknown> {
  const list = input['transitions']
  const entry: unknown = Array.isArray(list) ? list[index] : undefined
  return typeof entry === 'object' && entry !== null ? (entry as Record<string, unknown>) : {}
}
