// Pictures of the emulator's page, light, dark and narrow, into docs/screens/: `npm run screens:emulator`.
// A line in which each state stands: one that failed, finished ones, one that is rendered, and one that waits.
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { args, chromiumPath } from './browser.mjs'

const root = new URL('../', import.meta.url)
const requireFromTests = createRequire(new URL('tests/package.json', root))
const { chromium } = requireFromTests('playwright')
const { createCanvas } = requireFromTests('@napi-rs/canvas')
const { createEmulator } = await import(new URL('packages/emulator/src/index.ts', root).href)

const folder = fileURLToPath(new URL('docs/screens/', root))
const executablePath = await chromiumPath()
const browser = await chromium.launch({ ...(executablePath && { executablePath }), args })

const looks = [
  { name: 'light', width: 1280, height: 900 },
  { name: 'dark', width: 1280, height: 900 },
  { name: 'narrow', width: 375, height: 812 },
]
for (const { name, width, height } of looks) {
  const emulator = await createEmulator({ port: 4100, concurrency: 1, queueSeconds: 1 })
  const page = await browser.newPage({
    colorScheme: name === 'dark' ? 'dark' : 'light',
    viewport: { width, height },
    reducedMotion: 'reduce',
  })
  await page.goto(emulator.url)
  const card = (/** @type {string} */ state) => page.locator(`.card[data-state=${state}]`)

  await submit(
    emulator,
    'v2.2/text-to-video',
    { prompt: 'a paper boat on a city canal at night' },
    'content-policy',
  )
  await card('failed').waitFor({ timeout: 60_000 })
  await submit(emulator, 'v2.2/image-to-video', {
    image_url: picture('#2b3a67', '#e9a17c'),
    prompt: 'mist drifts over the water',
  })
  await card('completed').waitFor({ timeout: 120_000 })
  await submit(emulator, 'v2.2/pikaframes', {
    image_urls: [picture('#f2c6a0', '#7c4a6b'), picture('#22304f', '#8fa7c9')],
    transitions: [{ duration: 10, prompt: 'dusk falls' }],
    resolution: '1080p',
    prompt: 'the day ends over the hills',
  })
  await card('running').waitFor({ timeout: 60_000 })
  await submit(emulator, 'v1.5/pikaffects', {
    image_url: picture('#a8c3a0', '#3f5d4a'),
    pikaffect: 'Melt',
    prompt: 'the hills melt away',
  })

  await card('running')
    .getByText(/frame \d+ of/)
    .first()
    .waitFor({ timeout: 60_000 })
  await page.getByRole('radio', { name: 'Byte or step' }).check()
  await page.getByLabel('Bytes, at least').fill('17')
  await page.getByRole('button', { name: 'Play it' }).click()
  await page.getByRole('button', { name: 'Stop it' }).waitFor()
  await page.evaluate(() => /** @type {HTMLElement} */ (document.activeElement)?.blur())
  if (name === 'narrow') {
    const whole = await page.evaluate(() => document.documentElement.scrollHeight)
    await page.setViewportSize({ width, height: whole })
  }
  await page.screenshot({ path: join(folder, `emulator-${name}.jpg`), type: 'jpeg', quality: 86 })
  if (process.env['PNG_FOLDER']) {
    await page.screenshot({ path: join(process.env['PNG_FOLDER'], `emulator-${name}.png`) })
  }
  await page.close()
  await emulator.close()
}
await browser.close()
console.log(`pictures are in ${folder}`)

/**
 * A sky over hills, as a data URI.
 * @param {string} above
 * @param {string} below
 */
function picture(above, below) {
  const canvas = createCanvas(960, 540)
  const context = canvas.getContext('2d')
  const sky = context.createLinearGradient(0, 0, 0, 540)
  sky.addColorStop(0, above)
  sky.addColorStop(1, below)
  context.fillStyle = sky
  context.fillRect(0, 0, 960, 540)
  context.fillStyle = '#fff6e0'
  context.beginPath()
  context.arc(640, 200, 56, 0, Math.PI * 2)
  context.fill()
  for (const { height, shade } of [
    { height: 330, shade: 0.25 },
    { height: 410, shade: 0.5 },
  ]) {
    context.fillStyle = `rgb(20 16 32 / ${shade})`
    context.beginPath()
    context.moveTo(0, 540)
    for (let x = 0; x <= 960; x += 8)
      context.lineTo(x, height + 46 * Math.sin(x / (90 + height / 4) + height))
    context.lineTo(960, 540)
    context.fill()
  }
  return canvas.toDataURL('image/png')
}

/**
 * @param {{ url: string }} emulator
 * @param {string} endpoint
 * @param {unknown} input
 * @param {string} [scenario]
 */
async function submit(emulator, endpoint, input, scenario = '') {
  const headers = { authorization: 'Key any', 'x-emulator-scenario': scenario }
  const response = await fetch(`${emulator.url}/queue/fal-ai/pika/${endpoint}`, {
    method: 'POST',
    headers,
    body: JSON.stringify(input),
  })
  if (!response.ok) throw new Error(await response.text())
}
