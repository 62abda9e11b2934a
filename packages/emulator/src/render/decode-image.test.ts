import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createCanvas } from '@napi-rs/canvas'
import { expect, onTestFinished, test } from 'vitest'
import { decodeImage } from './decode-image.ts'
import { probeMedia } from './probe-media.ts'

const colours = { r: [255, 0, 0], g: [0, 255, 0], b: [0, 0, 255], w: [255, 255, 255] } as const

/** A JPEG of four coloured quarters, red and green above, blue and white below, that EXIF says to turn. */
function quarters(orientation: number): Buffer {
  const canvas = createCanvas(400, 200)
  const context = canvas.getContext('2d')
  for (const [index, colour] of Object.values(colours).entries()) {
    context.fillStyle = `rgb(${colour.join(',')})`
    context.fillRect((index % 2) * 200, Math.floor(index / 2) * 100, 200, 100)
  }
  const jpeg = canvas.toBuffer('image/jpeg')
  const tiff = Buffer.from('4d4d002a00000008000101120003000000010000000000000000', 'hex')
  tiff.writeUInt16BE(orientation, 18)
  const exif = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff])
  const head = Buffer.from([0xff, 0xe1, 0, 0])
  head.writeUInt16BE(exif.length + 2, 2)
  return Buffer.concat([jpeg.subarray(0, 2), head, exif, jpeg.subarray(2)])
}

// The quarters as they should be seen: upper left, upper right, lower left, lower right.
test.each([
  [1, 'rgbw'],
  [2, 'grwb'],
  [3, 'wbgr'],
  [4, 'bwrg'],
  [5, 'rbgw'],
  [6, 'brwg'],
  [7, 'wgbr'],
  [8, 'gwrb'],
])('EXIF orientation %i is decoded upright, as browsers do', async (orientation, expected) => {
  const folder = await mkdtemp(join(tmpdir(), 'pika-exif-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  const file = join(folder, 'turned.jpg')
  await writeFile(file, quarters(orientation))
  const probe = await probeMedia(file)
  const canvas = await decodeImage(file, probe, { width: 1280, height: 720 })
  const isTurned = orientation >= 5
  expect([probe.width, probe.height]).toEqual(isTurned ? [200, 400] : [400, 200])
  expect([canvas.width, canvas.height]).toEqual([probe.width, probe.height])
  const context = canvas.getContext('2d')
  const seen = [0, 1, 2, 3].map((quarter) => {
    const x = canvas.width * (quarter % 2 === 0 ? 0.25 : 0.75)
    const y = canvas.height * (quarter < 2 ? 0.25 : 0.75)
    const { data } = context.getImageData(x, y, 1, 1)
    return Object.entries(colours).find(([, colour]) =>
      colour.every((value, channel) => Math.abs(value - (data[channel] ?? 0)) < 20),
    )?.[0]
  })
  expect(seen.join('')).toBe(expected)
})
