import {
  type InputIssue,
  MAXIMUM_KEYFRAMES,
  MAXIMUM_TOTAL_SECONDS,
  MINIMUM_KEYFRAMES,
  MINIMUM_TRANSITION_SECONDS,
} from '@pika-kit/core'
import type { IssueLimits } from '../messages/CatalogWords.ts'

/** Where on a timeline something is wrong; places count from 0. */
export type TimelinePlace = { keyframe: number } | { transition: number } | 'whole'

/** Where the path of an issue leads; null when it is about another field than the timeline's. */
export function placeOfIssue({ path: [field, index] }: InputIssue): TimelinePlace | null {
  if (field !== 'imageUrls' && field !== 'transitions') return null
  const place = Number(index)
  if (index === undefined || !Number.isInteger(place)) return 'whole'
  return field === 'imageUrls' ? { keyframe: place } : { transition: place }
}

export function isSamePlace(one: TimelinePlace, other: TimelinePlace): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}

/** The limits of what an issue is about, for its words. They are not read off the operation, which would bring zod. */
export function timelineLimits({ path: [field, index] }: InputIssue): IssueLimits {
  if (field === 'imageUrls')
    return index === undefined
      ? { minimum: MINIMUM_KEYFRAMES, maximum: MAXIMUM_KEYFRAMES }
      : { media: 'image' }
  return { minimum: MINIMUM_TRANSITION_SECONDS, maximum: MAXIMUM_TOTAL_SECONDS }
}
