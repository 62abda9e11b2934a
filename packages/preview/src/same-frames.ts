// The frames of one storyboard as numbers, to be compared between hosts: Node's canvas and a browser's. The pictures are
// made of pixels and have the size of the frame, so that no host has anything to scale.
import { pikaOperations } from '@pika-kit/core'
import { createDraft, type CreateCanvas, type DraftCanvas } from './index.ts'

const WIDTH = 320
const HEIGHT = 180
/** At rest, on the way, half way, nearly there, in the second transition, and while the disc alone moves in the last. */
const SECONDS = [0, 0.4, 1, 1.75, 2, 2.9, 4, 6.8, 7.1]

/** Hills under a sky with a disc; `shift` moves it all, `light` is another time of day, `sun` is the disc's column. */
function picture(createCanvas: CreateCanvas, shift: number, light: number, sun = 210): DraftCanvas {
  const canvas = createCanvas(WIDTH, HEIGHT)
  const context = canvas.getContext('2d')
  if (!context) throw new Error('the host has no 2D canvas')
  const pixels = context.createImageData(WIDTH, HEIGHT)
  for (let y = 0; y < HEIGHT; y++) {
    for (let x = 0; x < WIDTH; x++) {
      const place = x + shift
      const hill = 96 + Math.abs(((place * 3) % 240) - 120) / 3
      const isSun = (place - sun) ** 2 + (y - 48) ** 2 < 400
      const isGround = y > hill
      const grain = ((place * 73_856_093) ^ (y * 19_349_663)) & 15
      const at = (y * WIDTH + x) * 4
      pixels.data[at] = isSun ? 240 : isGround ? 60 + grain + light : 120 - (y >> 1) + light
      pixels.data[at + 1] = isSun ? 220 : isGround ? 96 + grain : 150 - (y >> 1) + (light >> 1)
      pixels.data[at + 2] = isSun ? 160 : isGround ? 52 + grain : 200 - (y >> 2)
      pixels.data[at + 3] = 255
    }
  }
  context.putImageData(pixels, 0, 0)
  return canvas
}

/** A number for each frame (FNV-1a over its pixels). */
export function frameNumbers(createCanvas: CreateCanvas): number[] {
  const operation = pikaOperations.find(({ id }) => id === 'PIKAFRAMES')
  if (!operation) throw new Error('there is no PIKAFRAMES')
  const media = new Map(
    [
      picture(createCanvas, 0, 0),
      picture(createCanvas, 26, 40),
      picture(createCanvas, 900, -30),
      picture(createCanvas, 0, 0),
      picture(createCanvas, 0, 0, 90),
    ].map((image, index) => [`https://media.test/${index}`, image] as const),
  )
  const input = {
    imageUrls: [...media.keys()],
    transitions: Array.from({ length: 4 }, () => ({ duration: 2 })),
    seed: 11,
  }
  const draft = createDraft(operation, input, media, {
    createCanvas,
    mark: false,
    size: { width: WIDTH, height: HEIGHT },
  })
  const canvas = createCanvas(WIDTH, HEIGHT)
  const context = canvas.getContext('2d', { willReadFrequently: true })
  if (!context) throw new Error('the host has no 2D canvas')
  return SECONDS.map((seconds) => {
    draft.draw(context, seconds)
    let hash = 0x811c9dc5
    for (const value of context.getImageData(0, 0, WIDTH, HEIGHT).data)
      hash = Math.imul(hash ^ value, 0x01000193)
    return hash >>> 0
  })
}

/** What every host gets, bit for bit. A change of how transitions look changes them: then they are written anew. */
export const FRAME_NUMBERS: readonly number[] = [
  2030562474, 977261740, 3960105996, 3887055911, 2127925926, 2304170817, 1033024429, 4148742377, 1492169706,
]
