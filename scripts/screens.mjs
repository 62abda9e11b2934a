// Pictures of the Studio for the README and for review, into docs/screens/: `npm run build && npm run screens`.
// It starts the built CLI with its emulator, and a real browser, and uses the Studio as a visitor would.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { args, chromiumPath } from './browser.mjs'

const root = new URL('../', import.meta.url)
const requireFromTests = createRequire(new URL('tests/package.json', root))
const { chromium } = requireFromTests('playwright')
const { freePorts, startCli } = await import(new URL('tests/support/cli.ts', root).href)

const folder = fileURLToPath(new URL('docs/screens/', root))
const data = mkdtempSync(join(tmpdir(), 'pika-screens-'))
mkdirSync(folder, { recursive: true })

const looks = [
  { name: 'light', colorScheme: 'light', viewport: { width: 1440, height: 960 } },
  { name: 'dark', colorScheme: 'dark', viewport: { width: 1440, height: 960 } },
  { name: 'narrow', colorScheme: 'light', viewport: { width: 375, height: 812 } },
]

const [port, emulatorPort] = await freePorts(2)
const executablePath = await chromiumPath()
const browser = await chromium.launch({ ...(executablePath && { executablePath }), args })
let cli = await start('empty')

for (const { name, colorScheme, viewport } of looks) {
  // A library of its own: nobody's first visit shows somebody else's videos.
  await cli.end('SIGTERM')
  cli = await start(name)
  const page = await browser.newPage({ colorScheme, viewport, reducedMotion: 'reduce' })
  const shoot = async (/** @type {string} */ state) => {
    await page.evaluate(() => scrollTo(0, 0))
    if (name === 'narrow') {
      // The whole page as one view: what is out of view is not painted, and a picture of all of it would show gaps.
      const height = await page.evaluate(() => document.documentElement.scrollHeight)
      await page.setViewportSize({ ...viewport, height })
      await page.waitForTimeout(500)
    }
    await page.screenshot({ path: join(folder, `studio-${state}-${name}.jpg`), type: 'jpeg', quality: 86 })
    await page.setViewportSize(viewport)
  }
  const result = page.getByRole('region', { name: 'Result' })

  await page.goto(cli.url)
  await page.getByText('Nothing here yet').waitFor()
  await shoot('empty')

  await page.getByRole('button', { name: 'Try a sample' }).click()
  await page.getByRole('button', { name: /^Keyframe 4 of 4/ }).waitFor()
  await page.locator('.pk-draft[data-state=ready]').waitFor()
  await page.getByRole('button', { name: /^Transition 2/ }).click()
  await page.getByRole('slider', { name: 'Position in the draft' }).fill('3.4')
  await shoot('editing')

  await page.getByRole('button', { name: 'Generate video' }).click()
  await result
    .getByRole('log')
    .getByText(/frame 40 of/)
    .waitFor({ timeout: 60_000 })
  await shoot('busy')

  const video = result.locator('video')
  await video.waitFor({ timeout: 120_000 })
  await video.evaluate(async (/** @type {HTMLVideoElement} */ element) => {
    element.currentTime = 4.6
    await new Promise((resolve) => element.addEventListener('seeked', resolve, { once: true }))
  })
  // The browser takes its spinner away a moment after.
  await page.waitForTimeout(1_500)
  await shoot('done')

  await page.goto(`${cli.url}/#IMAGE_TO_VIDEO`)
  await page.getByRole('textbox', { name: 'Prompt', exact: true }).fill('mist drifts over the water')
  await page.getByLabel('Image: Address').fill('https://pictures.invalid/lake.png')
  await page.getByRole('button', { name: 'Use' }).click()
  await page.getByRole('button', { name: 'Generate video' }).click()
  await result.getByText('It did not work').first().waitFor({ timeout: 60_000 })
  await shoot('failed')
  await page.close()
}

await browser.close()
await cli.end('SIGTERM')
rmSync(data, { recursive: true, force: true })
console.log(`pictures are in ${folder}`)

/** @param {string} name */
function start(name) {
  return startCli({ PORT: String(port), EMULATOR_PORT: String(emulatorPort), DATA_DIR: join(data, name) })
}
