// The contact sheet of the sixteen effects: `npm run effects:sheet` writes docs/effects.png, a row per effect, five moments
// each, on three pictures. For a closer look: `npm run effects:sheet -- Melt Tear --moments 8 --height 180 --out sheet.png`,
// on pictures of your own with `--picture FILE` (again for more). With `--blind` the rows have numbers for names. With
// `--time` it prints what each costs instead.
import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { createCanvas, loadImage, type SKRSContext2D } from '@napi-rs/canvas'
import { PIKAFFECTS } from '@pika-kit/core'
import { drawSheet } from './draw-sheet.ts'
import { drawFigurine } from './figurine.ts'
import { drawLandscape } from './landscape.ts'
import { timesOf } from './measure-times.ts'
import { drawPortrait } from './portrait.ts'

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    out: {
      type: 'string',
      default: fileURLToPath(new URL('../../../../../docs/effects.png', import.meta.url)),
    },
    height: { type: 'string', default: '80' },
    moments: { type: 'string', default: '5' },
    picture: { type: 'string', multiple: true },
    blind: { type: 'boolean', default: false },
    time: { type: 'boolean', default: false },
  },
})
const known: readonly string[] = PIKAFFECTS
const unknown = positionals.filter((name) => !known.includes(name))
if (unknown.length > 0)
  throw new Error(`no effect is called ${unknown.join(', ')}: take some of ${known.join(', ')}`)
const names = positionals.length > 0 ? positionals : known

const draw = (width: number, height: number, paint: (context: SKRSContext2D) => void) => {
  const canvas = createCanvas(width, height)
  paint(canvas.getContext('2d'))
  return canvas
}
const pictures = options.picture
  ? await Promise.all(options.picture.map((file) => loadImage(file)))
  : [draw(1280, 720, drawFigurine), draw(720, 960, drawPortrait), draw(1280, 720, drawLandscape)]

if (options.time) {
  for (const name of names) console.log(pictures[0] ? timesOf(name, pictures[0]) : '')
} else {
  const sheet = drawSheet(names, pictures, {
    tall: Number(options.height),
    moments: Number(options.moments),
    isBlind: options.blind,
  })
  writeFileSync(options.out, sheet.toBuffer('image/png'))
  console.log(`${options.out}: ${names.length} effects, ${sheet.width} × ${sheet.height} pixels`)
}
