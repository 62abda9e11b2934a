import { describe, expect, test } from 'vitest'
import { describeMediaProblem, mediaFileProblem } from './media-problem.ts'

const MB = 1024 ** 2
const said = (...args: Parameters<typeof mediaFileProblem>) => {
  const problem = mediaFileProblem(...args)
  return problem && describeMediaProblem(problem)
}

describe('a file before it is sent', () => {
  test('one that can be taken has no problem, up to the last byte', () => {
    expect(said({ type: 'image/png', bytes: 32 * MB })).toBeNull()
    expect(said({ type: 'video/mp4', bytes: 256 * MB }, { kind: 'video' })).toBeNull()
  })

  test('an empty one is empty, whatever it is called', () => {
    expect(said({ type: 'image/png', bytes: 0 })).toBe('has no bytes: the file is empty')
  })

  test('one of a foreign format is told what to send instead, for the kind that is asked for', () => {
    expect(said({ type: 'text/html', bytes: 9 })).toBe(
      'is text/html: send PNG, JPEG, WebP, GIF, AVIF, MP4, WebM or MOV',
    )
    expect(said({ type: 'video/mp4', bytes: 9 }, { kind: 'image' })).toBe(
      'is video/mp4: send PNG, JPEG, WebP, GIF or AVIF',
    )
    expect(said({ type: null, bytes: 9 }, { kind: 'video' })).toBe(
      'is of no known format: send MP4, WebM or MOV',
    )
  })

  test('a byte over the limit is said to be over it', () => {
    expect(said({ type: 'image/png', bytes: 32 * MB + 1 })).toBe(
      'has 32.1 MB, and 32 MB is the limit for an image',
    )
    expect(said({ type: 'image/png', bytes: 4_097 }, { limits: { image: 4_096, video: 1 } })).toBe(
      'has 5 kB, and 4 kB is the limit for an image',
    )
    expect(said({ type: 'video/webm', bytes: 3 * MB }, { limits: { image: 1, video: 2 * MB } })).toBe(
      'has 3 MB, and 2 MB is the limit for a video',
    )
  })
})
