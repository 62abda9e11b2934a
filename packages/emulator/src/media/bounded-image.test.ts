import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { probeMedia } from '../render/index.ts'
import { flatPng } from '../testing/hostile-images.ts'
import { boundedImage, MOST_DRAWN_PIXELS } from './bounded-image.ts'

async function write(bytes: Buffer): Promise<{ directory: string; file: string; copy: string }> {
  const directory = await mkdtemp(join(tmpdir(), 'pika-bounded-'))
  onTestFinished(() => rm(directory, { recursive: true, force: true }))
  const file = join(directory, 'image')
  await writeFile(file, bytes)
  return { directory, file, copy: join(directory, 'copy') }
}
const { signal } = new AbortController()

test('a large image is drawn from a smaller copy of the same shape, a small one from itself', async () => {
  const large = await write(flatPng(6000, 3000))
  const probe = await probeMedia(large.file)
  const copy = await boundedImage(large.file, probe, large.copy, signal)
  const { width, height } = await probeMedia(copy)
  expect(width * height).toBeLessThanOrEqual(MOST_DRAWN_PIXELS)
  expect(width * height).toBeGreaterThan(MOST_DRAWN_PIXELS * 0.99)
  expect(width / height).toBeCloseTo(2, 2)

  const small = await write(flatPng(600, 300))
  const same = await boundedImage(small.file, await probeMedia(small.file), small.copy, signal)
  expect(same).toBe(small.file)
})

const claimed = { kind: 'image', width: 7000, height: 7000, contentType: 'image/webp' } as const

test('a large image that cannot be decoded is an image_load_error, and has no copy', async () => {
  const { directory, file, copy } = await write(Buffer.from('RIFF but no picture'))
  await expect(boundedImage(file, claimed, copy, signal)).rejects.toMatchObject({ type: 'image_load_error' })
  expect(await readdir(directory)).toEqual(['image'])
})

test('an abort kills the decoding', async () => {
  const { directory, file, copy } = await write(flatPng(7000, 7000))
  const control = new AbortController()
  const decoding = boundedImage(file, claimed, copy, control.signal)
  control.abort()
  await expect(decoding).rejects.toMatchObject({ name: 'AbortError' })
  expect(await readdir(directory)).toEqual(['image'])
})
