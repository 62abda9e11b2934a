// A sheet of every story for each component, light, dark and narrow, into docs/screens/stories/: `npm run screens:stories`.
// It shows the built Storybook as any static host would serve it, in a folder of its own.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { createRequire } from 'node:module'
import { extname, join, normalize } from 'node:path'
import { fileURLToPath } from 'node:url'
import { args, chromiumPath } from './browser.mjs'

const root = fileURLToPath(new URL('../', import.meta.url))
const requireFromTests = createRequire(new URL('../tests/package.json', import.meta.url))
/** @type {typeof import('playwright')} */
const { chromium } = requireFromTests('playwright')
const { createCanvas, loadImage } = requireFromTests('@napi-rs/canvas')

const built = join(root, 'apps/demo/storybook-static')
const folder = join(root, 'docs/screens/stories')
const looks = [
  { name: 'light', theme: 'light', width: 960, shown: 480, columns: 3 },
  { name: 'dark', theme: 'dark', width: 960, shown: 480, columns: 3 },
  { name: 'narrow', theme: 'light', width: 320, shown: 240, columns: 6 },
]

/** @typedef {{ id: string, name: string, title: string, type: string }} Story */
/** @type {{ entries: Record<string, Story> }} */
const index = JSON.parse(readFileSync(join(built, 'index.json'), 'utf8'))
const wanted = process.argv[2]?.toLowerCase() ?? ''
/** @type {Map<string, Story[]>} */
const components = new Map()
for (const story of Object.values(index.entries)) {
  const component = story.title.split('/')[0] ?? story.title
  if (story.type !== 'story' || !component.toLowerCase().includes(wanted)) continue
  components.set(component, [...(components.get(component) ?? []), story])
}

if (!wanted) rmSync(folder, { recursive: true, force: true })
mkdirSync(folder, { recursive: true })
const host = await serve(built, '/kit/')
const executablePath = await chromiumPath()
const browser = await chromium.launch({ ...(executablePath && { executablePath }), args })
/** @type {string[]} */
const broken = []
for (const look of looks)
  for (const [component, stories] of components) {
    const shots = await Promise.all([0, 1].map((half) => shoot(look, stories, half)))
    const inOrder = stories
      .map((_, place) => shots[place % 2]?.[Math.floor(place / 2)])
      .filter((shot) => !!shot)
    const file = `${component.replaceAll(/[^a-z0-9]+/gi, '-')}-${look.name}.webp`
    writeFileSync(join(folder, file), await sheet(look, inOrder))
    console.log(`${file}: ${inOrder.length} stories`)
  }
await browser.close()
host.close()
if (broken.length > 0) {
  console.error(`stories that failed: ${[...new Set(broken)].join(', ')}`)
  process.exitCode = 1
}

/**
 * Every second story from `half` on, each after its play function.
 * @param {typeof looks[number]} look
 * @param {Story[]} stories
 * @param {number} half
 */
async function shoot({ theme, width }, stories, half) {
  const page = await browser.newPage({ viewport: { width, height: 720 }, reducedMotion: 'reduce' })
  const shots = []
  for (const { id, name } of stories.filter((_, place) => place % 2 === half)) {
    await page.setViewportSize({ width, height: 720 })
    await page.goto(`${host.url}iframe.html?id=${id}&viewMode=story&globals=theme:${theme}`)
    const phase = await page
      .waitForFunction(
        () => {
          // @ts-expect-error Storybook's own
          const phase = globalThis.__STORYBOOK_PREVIEW__?.currentRender?.phase
          return ['finished', 'errored', 'aborted'].includes(phase) && phase
        },
        undefined,
        { timeout: 60_000 },
      )
      .then((handle) => handle.jsonValue())
    if (phase !== 'finished') broken.push(id)
    // As high as what is there: a dialog is no part of the flow.
    const height = await page.evaluate(() =>
      Math.max(
        ...Array.from(
          document.querySelectorAll('#storybook-root, dialog[open]'),
          (element) => element.getBoundingClientRect().bottom + scrollY,
        ),
      ),
    )
    await page.setViewportSize({ width, height: Math.min(Math.ceil(height) + 16, 1_800) })
    await page.evaluate(() => document.fonts.ready)
    shots.push({ name, png: await stillOf(page) })
  }
  await page.close()
  return shots
}

/**
 * What a page shows once it stands still: pictures of effects and of drafts are drawn one after the other. One that never does
 * is taken as it is after some seconds.
 * @param {import('playwright').Page} page
 */
async function stillOf(page) {
  let last = await page.screenshot({ type: 'png' })
  const isDrawn = await page.evaluate(() => document.querySelector('canvas') !== null)
  for (let tries = 0; isDrawn && tries < 24; tries++) {
    await page.waitForTimeout(400)
    const next = await page.screenshot({ type: 'png' })
    if (next.equals(last)) break
    last = next
  }
  return last
}

/**
 * The shots in columns, each under its name, the shortest column next.
 * @param {typeof looks[number]} look
 * @param {{ name: string, png: Buffer }[]} shots
 */
async function sheet({ theme, width, shown, columns }, shots) {
  const gap = 24
  const label = 26
  const heights = Array.from({ length: Math.min(columns, shots.length) }, () => gap)
  const placed = []
  for (const { name, png } of shots) {
    const image = await loadImage(png)
    const column = heights.indexOf(Math.min(...heights))
    const height = Math.round((image.height * shown) / width)
    placed.push({ name, image, height, x: gap + column * (shown + gap), y: heights[column] ?? gap })
    heights[column] = (heights[column] ?? gap) + label + height + gap
  }
  const canvas = createCanvas(gap + heights.length * (shown + gap), Math.max(...heights))
  const context = canvas.getContext('2d')
  context.fillStyle = theme === 'dark' ? '#000000' : '#dedbd4'
  context.fillRect(0, 0, canvas.width, canvas.height)
  context.font = '600 13px sans-serif'
  context.imageSmoothingQuality = 'high'
  for (const { name, image, height, x, y } of placed) {
    context.fillStyle = theme === 'dark' ? '#f1f0ee' : '#1c1b19'
    context.fillText(name, x, y + 16)
    context.drawImage(image, x, y + label, shown, height)
  }
  return canvas.encode('webp', 78)
}

/**
 * @param {string} files
 * @param {string} path where they are on the host
 * @returns {Promise<{ url: string, close: () => void }>}
 */
function serve(files, path) {
  /** @type {Record<string, string>} */
  const types = {
    '.html': 'text/html',
    '.js': 'text/javascript',
    '.css': 'text/css',
    '.json': 'application/json',
    '.svg': 'image/svg+xml',
    '.png': 'image/png',
    '.jpg': 'image/jpeg',
    '.mp4': 'video/mp4',
    '.wasm': 'application/wasm',
    '.woff2': 'font/woff2',
  }
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost')
    const name = normalize(decodeURIComponent(pathname.slice(path.length)))
    try {
      if (!pathname.startsWith(path) || name.startsWith('..')) throw new Error('not ours')
      const body = readFileSync(join(files, name))
      response.setHeader('content-type', types[extname(name)] ?? 'application/octet-stream').end(body)
    } catch {
      response.writeHead(404).end()
    }
  })
  return new Promise((resolve) =>
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      const port = typeof address === 'object' ? address?.port : address
      resolve({ url: `http://127.0.0.1:${port}${path}`, close: () => server.close() })
    }),
  )
}
