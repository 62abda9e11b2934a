import type { InputIssue } from '@pika-kit/core'

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
