import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createCanvas } from '@napi-rs/canvas'

/** Writes pictures with as much detail as photographs have: hills of discs, and a fine grain that costs bits. */
export async function writePictures(
  folder: string,
  count: number,
  width: number,
  height: number,
): Promise<string[]> {
  return Promise.all(
    Array.from({ length: count }, async (_, picture) => {
      const canvas = createCanvas(width, height)
      const context = canvas.getContext('2d')
      const sky = context.createLinearGradient(0, 0, width, height)
      sky.addColorStop(0, `hsl(${picture * 67} 60% 70%)`)
      sky.addColorStop(1, `hsl(${picture * 67 + 50} 55% 30%)`)
      context.fillStyle = sky
      context.fillRect(0, 0, width, height)
      for (let disc = 0; disc < 60; disc++) {
        const turn = disc * 2.4 + picture
        context.fillStyle = `hsl(${picture * 67 + disc * 11} 60% ${35 + (disc % 7) * 6}%)`
        context.beginPath()
        context.arc(
          width * (0.5 + 0.45 * Math.cos(turn) * ((disc % 13) / 13)),
          height * (0.5 + 0.45 * Math.sin(turn) * ((disc % 11) / 11)),
          height * (0.02 + (disc % 5) * 0.015),
          0,
          7,
        )
        context.fill()
      }
      const pixels = context.getImageData(0, 0, width, height)
      let noise = picture + 1
      for (let index = 0; index < pixels.data.length; index++) {
        noise = Math.imul(noise, 1_664_525) + 1_013_904_223
        if (index % 4 !== 3) pixels.data[index] = (pixels.data[index] as number) + ((noise >>> 24) % 9) - 4
      }
      context.putImageData(pixels, 0, 0)
      const file = join(folder, `${width}-${picture}.png`)
      await writeFile(file, canvas.toBuffer('image/png'))
      return file
    }),
  )
}
