import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { expect, onTestFinished, test } from 'vitest'
import { encodeVideo } from './encode-video.ts'
import { readVideoFrames } from './video-source.ts'

// node-av's frames point into the buffer that they are made from: once it was collected before it was read, and the first
// pixels of a frame were whatever stood in that memory by then.
const [width, height] = [320, 180]

test.each([
  ['rgba', new Uint8Array(width * height * 4).fill(128)],
  // 128 of 255 in limited range, without colour.
  [
    'yuv420p',
    new Uint8Array((width * height * 3) / 2).fill(126, 0, width * height).fill(128, width * height),
  ],
] as const)(
  'a frame of %s is what was given, also when memory is collected in the meantime',
  async (pixelFormat, grey) => {
    const folder = await mkdtemp(join(tmpdir(), 'pika-encode-'))
    onTestFinished(() => rm(folder, { recursive: true, force: true }))
    setFlagsFromString('--expose-gc')
    const collect = runInNewContext('gc') as () => void
    let isRunning = true
    const collecting = (async () => {
      while (isRunning) {
        collect()
        // Other memory takes the place of what was given up.
        Buffer.alloc(width * height * 4, 255)
        await new Promise(setImmediate)
      }
    })()

    // oxlint-disable-next-line require-await -- the encoder takes frames that come one by one
    async function* frames() {
      for (let frame = 0; frame < 16; frame++) yield grey
    }
    const out = join(folder, 'grey.mp4')
    await encodeVideo(out, frames(), { width, height, framesPerSecond: 24, pixelFormat })
    isRunning = false
    await collecting

    let worst = 0
    for await (const frame of readVideoFrames(out, 'mov', width, height, 24))
      for (let at = 0; at < frame.length; at += 4) worst = Math.max(worst, Math.abs((frame[at] ?? 0) - 128))
    expect(worst).toBeLessThanOrEqual(2)
  },
)
