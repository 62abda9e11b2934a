// The contact sheet of the sixteen effects: `npm run effects:sheet` writes docs/effects.png, a row per effect, five moments
// each, from three pictures. For a closer look: `npm run effects:sheet -- Melt Tear --moments 8 --height 180 --out sheet.png`,
// on pictures of your own with `--picture FILE` (again for more), and with `--blind` the rows have numbers for names.
import { writeFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { PIKAFFECTS, pikaOperations } from '../packages/core/src/index.ts'
import { createDraft } from '../packages/preview/src/index.ts'
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

/**
 * From soon after the start to shortly before the end.
 * @param {number} moment
 * @param {number} duration
 */
function secondOf(moment, duration) {
  return duration * (0.09 + (0.85 * moment) / (moments - 1))
}

/** A clear subject, a portrait and a landscape without a subject: two samples of the Studio and one of this script. */
async function ownPictures() {
  const { sampleScenes } = await import('../apps/demo/src/samples/scenes.ts')
  const sample = (/** @type {string} */ id) => {
    const canvas = createCanvas(1280, 720)
    sampleScenes.find((scene) => scene.id === id)?.draw(/** @type {never} */ (canvas.getContext('2d')))
    return canvas
  }
  const portrait = createCanvas(720, 960)
  drawPortrait(portrait.getContext('2d'))
  return [sample('figure'), portrait, sample('city')]
}
