// Drafts drawn by Node's canvas and by a browser's, side by side. What differs is how each rounds the edges of forms and
// scales pictures: how much is stated in packages/preview/README.md.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { createCanvas, GlobalFonts } from '@napi-rs/canvas'
import { COMPARED_DRAFTS, COMPARED_SIZE, comparedFrames } from '@pika-kit/preview/same-drafts'
import { type Browser, chromium, type Page } from 'playwright'
import { build } from 'vite'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { args, chromiumPath } from '../../scripts/browser.mjs'

// Letters are compared too, so both hosts get the same.
const fonts = createRequire(new URL('../../packages/emulator/package.json', import.meta.url))

/** The mean difference of a channel, of 255, where it is more than one. */
const MEAN: Record<string, number> = {
  // A dark stage of large, soft gradients, which a browser dithers.
  'PIKASCENES creative': 2.5,
  COLLECTION_TO_VIDEO: 2.5,
  // Letters, and the shadow around them.
  TEXT_TO_VIDEO: 2,
  // An eye is found two pixels beside where the other host finds it, and flies from there.
  'PIKAFFECTS Eye-pop': 2.5,
}

let browser: Browser
let page: Page

beforeAll(async () => {
  const executablePath = await chromiumPath()
  browser = await chromium.launch({ ...(executablePath && { executablePath }), args })
  page = await browser.newPage()
  for (const weight of [600, 800]) {
    const font = fonts.resolve(`@fontsource/inter/files/inter-latin-${weight}-normal.woff2`)
    GlobalFonts.registerFromPath(font, 'Inter')
    const source = `url(data:font/woff2;base64,${readFileSync(font, 'base64')})`
    await page.evaluate(
      `new FontFace('Inter', '${source}', { weight: '${weight}' }).load().then((font) => void document.fonts.add(font))`,
    )
  }
  await page.addScriptTag({ content: await browserProgram() })
})
afterAll(() => browser.close())

/** The drafts as one script that answers frames as base64. */
async function browserProgram(): Promise<string> {
  const entry = fileURLToPath(new URL('./compared-drafts.js', import.meta.url))
  const built = await build({
    configFile: false,
    logLevel: 'error',
    resolve: { conditions: ['@pika-kit/source', 'module', 'browser'] },
    build: { write: false, lib: { entry, formats: ['iife'], name: 'drafts' } },
    plugins: [
      {
        name: 'compared-drafts',
        resolveId: (id) => (id === entry ? id : null),
        load: (id) =>
          id === entry
            ? `import { comparedFrames } from '@pika-kit/preview/same-drafts'
               const createCanvas = (width, height) => new OffscreenCanvas(width, height)
               export const framesOf = (name) =>
                 comparedFrames(name, createCanvas).map((frame) => frame.toBase64?.() ?? btoa(Array.from(frame, (byte) => String.fromCharCode(byte)).join('')))`
            : null,
      },
    ],
  })
  const [output] = [built].flat()
  if (!output || !('output' in output)) throw new Error('the drafts were not bundled')
  return output.output[0].code
}

async function inBrowser(name: string): Promise<Uint8Array[]> {
  const frames = await page.evaluate(`drafts.framesOf(${JSON.stringify(name)})`)
  return (frames as string[]).map((frame) => new Uint8Array(Buffer.from(frame, 'base64')))
}

/** The mean difference, and the share of pixels with a channel that differs by more than eight of 255. */
function compare(one: Uint8ClampedArray, other: Uint8Array): { mean: number; apart: number } {
  let sum = 0
  let apart = 0
  for (let at = 0; at < one.length; at += 4) {
    const differences = [0, 1, 2].map((channel) =>
      Math.abs((one[at + channel] ?? 0) - (other[at + channel] ?? 0)),
    )
    sum += differences.reduce((total, difference) => total + difference, 0)
    if (Math.max(...differences) > 8) apart++
  }
  const pixels = COMPARED_SIZE.width * COMPARED_SIZE.height
  return { mean: sum / pixels / 3, apart: apart / pixels }
}

test.each(COMPARED_DRAFTS)('%s looks the same in Node and in a browser', async (name) => {
  const shown = await inBrowser(name)
  const drawn = comparedFrames(name, createCanvas)
  expect(shown).toHaveLength(drawn.length)
  for (const [index, frame] of drawn.entries()) {
    const { mean, apart } = compare(frame, shown[index] ?? new Uint8Array())
    expect(mean).toBeLessThan(MEAN[name] ?? 1)
    expect(apart).toBeLessThan(0.04)
  }
})
