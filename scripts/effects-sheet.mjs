// The contact sheet of the sixteen effects: `npm run effects:sheet` writes docs/effects.png, a row per effect, five moments
// each, from three pictures. For a closer look: `npm run effects:sheet -- Melt Tear --moments 8 --height 180 --out sheet.png`,
// on pictures of your own with `--picture FILE` (again for more). With `--blind` the rows have numbers for names. With
// `--time` nothing is drawn for show: it prints what a frame of each costs on a tile of the picker and in a 720p clip.
import { writeFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { PIKAFFECTS, pikaOperations } from '../packages/core/src/index.ts'
import { createDraft } from '../packages/preview/src/index.ts'
import { drawLandscape } from './effects-sheet/landscape.mjs'
import { drawPortrait } from './effects-sheet/portrait.mjs'

const root = new URL('../', import.meta.url)
const requireFromPreview = createRequire(new URL('packages/preview/package.json', root))
/** @type {typeof import('@napi-rs/canvas')} */
const { createCanvas, GlobalFonts, loadImage } = requireFromPreview('@napi-rs/canvas')
GlobalFonts.registerFromPath(
  requireFromPreview.resolve('@fontsource/inter/files/inter-latin-600-normal.woff'),
  'Inter',
)

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    out: { type: 'string', default: fileURLToPath(new URL('docs/effects.png', root)) },
    height: { type: 'string', default: '104' },
    moments: { type: 'string', default: '5' },
    picture: { type: 'string', multiple: true },
    blind: { type: 'boolean', default: false },
    time: { type: 'boolean', default: false },
  },
})
const unknown = positionals.filter((name) => !PIKAFFECTS.includes(name))
if (unknown.length > 0)
  throw new Error(`no effect is called ${unknown.join(', ')}: take some of ${PIKAFFECTS.join(', ')}`)
const names = positionals.length > 0 ? positionals : PIKAFFECTS
const tall = Number(options.height)
const moments = Number(options.moments)
const [gap, margin] = [4, 96]
const operation = pikaOperations.find(({ id }) => id === 'PIKAFFECTS')
if (!operation) throw new Error('core has no operation PIKAFFECTS')

const pictures = options.picture
  ? await Promise.all(options.picture.map((file) => loadImage(file)))
  : await ownPictures()
if (options.time) printTimes()
else drawSheet()

/**
 * From soon after the start to shortly before the end.
 * @param {number} moment
 * @param {number} duration
 */
function secondOf(moment, duration) {
  return duration * (0.09 + (0.85 * moment) / (moments - 1))
}

/** A clear subject (a sample of the Studio), a portrait, and a landscape without a subject. */
async function ownPictures() {
  const { sampleScenes } = await import('../apps/demo/src/samples/scenes.ts')
  const draw = (
    /** @type {number} */ width,
    /** @type {number} */ height,
    /** @type {(context: import('@napi-rs/canvas').SKRSContext2D) => void} */ paint,
  ) => {
    const canvas = createCanvas(width, height)
    paint(canvas.getContext('2d'))
    return canvas
  }
  const figure = sampleScenes.find(({ id }) => id === 'figure')
  return [
    draw(1280, 720, (context) => figure?.draw(/** @type {never} */ (context))),
    draw(720, 960, drawPortrait),
    draw(1280, 720, drawLandscape),
  ]
}

function drawSheet() {
  const widths = pictures.map(({ width, height }) => Math.round((tall * width) / height / 2) * 2)
  const sheet = createCanvas(
    margin + widths.reduce((sum, width) => sum + moments * (width + gap) + gap * 3, gap),
    gap + names.length * (tall + gap),
  )
  const context = sheet.getContext('2d')
  context.fillStyle = '#16171c'
  context.fillRect(0, 0, sheet.width, sheet.height)
  context.textBaseline = 'middle'
  context.font = '600 15px Inter'

  for (const [row, name] of names.entries()) {
    const y = gap + row * (tall + gap)
    context.fillStyle = '#f3f0ea'
    context.fillText(options.blind ? `${row + 1}` : name, gap * 3, y + tall / 2)
    let x = margin + gap
    for (const [index, picture] of pictures.entries()) {
      const size = { width: widths[index] ?? tall, height: tall }
      const media = new Map([['picture', picture]])
      const draft = createDraft(operation, { imageUrl: 'picture', pikaffect: name, seed: 7 }, media, {
        createCanvas,
        size,
        mark: false,
      })
      const canvas = createCanvas(size.width, size.height)
      for (let moment = 0; moment < moments; moment++) {
        draft.draw(canvas.getContext('2d'), secondOf(moment, draft.duration))
        context.drawImage(canvas, x, y)
        x += size.width + gap
      }
      x += gap * 3
    }
  }
  writeFileSync(options.out, sheet.toBuffer('image/png'))
  console.log(`${options.out}: ${names.length} effects, ${sheet.width} × ${sheet.height} pixels`)
}

/** CPU time of each effect on the first picture: preparing a tile and a frame of it in ms, a clip of 5 s at 720p in s. */
function printTimes() {
  const picture = pictures[0]
  if (!picture) return
  console.log('effect       tile ms  + prepare ms  720p clip s')
  for (const name of names) {
    const tile = timeOf(picture, name, { width: 240, height: 136 }, 60)
    const clip = timeOf(picture, name, { width: 1280, height: 720 }, 120)
    const columns = [
      tile.frame.toFixed(2),
      tile.prepare.toFixed(0),
      ((clip.prepare + clip.frame * 120) / 1000).toFixed(2),
    ]
    console.log(
      `${name.padEnd(12)} ${columns.map((column, index) => column.padStart([7, 13, 13][index] ?? 0)).join('')}`,
    )
  }
}

/**
 * @param {import('@napi-rs/canvas').Image | import('@napi-rs/canvas').Canvas} picture
 * @param {string} name
 * @param {{ width: number, height: number }} size
 * @param {number} frames
 */
function timeOf(picture, name, size, frames) {
  const media = new Map([['picture', picture]])
  const context = createCanvas(size.width, size.height).getContext('2d')
  const run = () => {
    const start = cpuMs()
    const draft = createDraft(operation, { imageUrl: 'picture', pikaffect: name, seed: 7 }, media, {
      createCanvas,
      size,
      mark: false,
    })
    const prepared = cpuMs()
    for (let frame = 0; frame < frames; frame++) {
      draft.draw(context, (frame / frames) * draft.duration)
      // Skia draws when the pixels are asked for.
      context.getImageData(0, 0, 1, 1)
    }
    return { prepare: prepared - start, frame: (cpuMs() - prepared) / frames }
  }
  run()
  return run()
}

function cpuMs() {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}
