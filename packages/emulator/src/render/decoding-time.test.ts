import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, onTestFinished, test, vi } from 'vitest'
import { writeVideo } from '../testing/hostile-videos.ts'
import { createDecodingTime } from './decoding-time.ts'
import { readVideoFrames } from './video-source.ts'

afterEach(() => void vi.useRealTimers())

const tooLong = { name: 'MediaError', type: 'unsupported_video_format', message: /takes too long to decode/ }

/** Packets that take a second each, of which every third gives a frame. */
// oxlint-disable-next-line require-await -- a decoder gives its frames one by one
async function* decoded(packets: AsyncIterable<number>): AsyncGenerator<number> {
  for await (const packet of packets) {
    vi.advanceTimersByTime(1_000)
    if (packet % 3 === 0) yield packet
  }
}
// oxlint-disable-next-line require-await -- a demuxer gives its packets one by one
async function* packets(count: number): AsyncGenerator<number> {
  for (let packet = 1; packet <= count; packet++) yield packet
}

test('a video may be waited for so long in all, and whoever draws its frames may take their time', async () => {
  vi.useFakeTimers({ toFake: ['performance'] })
  const time = createDecodingTime(10_000)
  const seen: number[] = []
  for await (const frame of time.frames(decoded(time.packets(packets(9))))) {
    seen.push(frame)
    vi.advanceTimersByTime(60_000)
  }
  expect(seen).toEqual([3, 6, 9])
})

test.each([
  ['frames that take too long', 1],
  ['packets without a frame', 1_000],
])('%s end it', async (_, modulus) => {
  vi.useFakeTimers({ toFake: ['performance'] })
  const time = createDecodingTime(10_000)
  const seen: number[] = []
  const watching = (async () => {
    async function* some() {
      for await (const frame of decoded(time.packets(packets(300)))) if (frame % modulus === 0) yield frame
    }
    for await (const frame of time.frames(some())) seen.push(frame)
  })()
  await expect(watching).rejects.toMatchObject({
    ...tooLong,
    message: expect.stringMatching(tooLong.message),
  })
  expect(seen.length).toBeLessThanOrEqual(4)
})

test('a file of more frames than can be decoded in the time is refused', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'pika-decoding-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  const file = join(folder, 'many.mp4')
  await writeVideo(file, { timesMs: Array.from({ length: 900 }, (_, frame) => frame) })
  const read = async (mostMs: number) => {
    let count = 0
    for await (const frame of readVideoFrames(file, 'mov', 64, 36, 24, mostMs))
      count += Math.sign(frame.length)
    return count
  }
  await expect(read(1)).rejects.toMatchObject({ name: 'MediaError', type: 'unsupported_video_format' })
  await expect(read(60_000)).resolves.toBe(22)
})
