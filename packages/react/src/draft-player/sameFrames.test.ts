import { FRAME_NUMBERS, frameNumbers } from '@pika-kit/preview/same-frames'
import { expect, test } from 'vitest'
import { createPageCanvas } from './pageCanvas.ts'

test('a browser draws the same frames as the emulator, bit for bit', () => {
  expect(frameNumbers(createPageCanvas)).toEqual(FRAME_NUMBERS)
})

test('and so does its worker', async () => {
  const worker = new Worker(new URL('../test-support/same-frames-worker.ts', import.meta.url), {
    type: 'module',
  })
  const numbers = await new Promise((resolve, reject) => {
    worker.addEventListener('message', ({ data }) => resolve(data), { once: true })
    worker.addEventListener('error', reject, { once: true })
  })
  worker.terminate()
  expect(numbers).toEqual(FRAME_NUMBERS)
})
