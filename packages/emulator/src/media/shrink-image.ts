// A program: decodes an image and writes it again with no more than so many pixels. Started by bounded-image.ts.
import { readFile, writeFile } from 'node:fs/promises'
import { createCanvas, loadImage } from '@napi-rs/canvas'

const [file = '', out = '', contentType = '', mostPixels = ''] = process.argv.slice(2)

try {
  const image = await loadImage(await readFile(file))
  const scale = Math.min(1, Math.sqrt(Number(mostPixels) / (image.width * image.height)))
  const side = (pixels: number): number => Math.max(1, Math.floor(pixels * scale))
  const canvas = createCanvas(side(image.width), side(image.height))
  const context = canvas.getContext('2d')
  context.imageSmoothingQuality = 'high'
  context.drawImage(image, 0, 0, canvas.width, canvas.height)
  // A JPEG has nothing to lose that a draft would show; the others may be transparent.
  const bytes = contentType === 'image/jpeg' ? await canvas.encode('jpeg', 92) : await canvas.encode('png')
  await writeFile(out, bytes)
  process.disconnect()
} catch (error) {
  process.exitCode = 1
  process.send?.(error instanceof Error ? error.message : String(error))
  process.disconnect()
}
