import { FRAME_NUMBERS, frameNumbers } from '@pika-kit/preview/same-frames'
import { expect, test } from 'vitest'

test('a browser draws the same frames as the emulator, bit for bit', () => {
  const createCanvas = (width: number, height: number) =>
    Object.assign(document.createElement('canvas'), { width, height })
  expect(frameNumbers(createCanvas as never)).toEqual(FRAME_NUMBERS)
})
