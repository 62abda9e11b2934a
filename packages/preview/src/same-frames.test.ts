import { expect, test, vi } from 'vitest'
import { FRAME_NUMBERS, frameNumbers } from './same-frames.ts'
import { skia } from './testing/pictures.ts'

// The browser's half of this stands in the kit: draft-player/sameFrames.test.ts.
test('Node draws the same frames as a browser, bit for bit', () => {
  expect(frameNumbers(skia)).toEqual(FRAME_NUMBERS)
})

test('a host that refuses WebAssembly draws them too', async () => {
  vi.resetModules()
  vi.stubGlobal('WebAssembly', {
    Module: function refuse() {
      throw new Error('refused by the Content-Security-Policy')
    },
  })
  try {
    const { frameNumbers } = await import('./same-frames.ts')
    expect(frameNumbers(skia)).toEqual(FRAME_NUMBERS)
  } finally {
    vi.unstubAllGlobals()
  }
})
