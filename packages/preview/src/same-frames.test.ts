import { expect, test } from 'vitest'
import { FRAME_NUMBERS, frameNumbers } from './same-frames.ts'
import { skia } from './testing/pictures.ts'

// A browser is held to the same numbers in packages/react/src/draft-player/sameFrames.test.ts.
test('a storyboard gives the same frames in every host', () => {
  expect(frameNumbers(skia)).toEqual(FRAME_NUMBERS)
})
