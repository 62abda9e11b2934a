// A storyboard of five keyframes from empty to a downloaded video, with no mouse: everything is reached by Tab.
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createCanvas } from '@napi-rs/canvas'
import { type Browser, chromium, type Locator, type Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { args, chromiumPath } from '../../scripts/browser.mjs'
import { freePorts, type RunningCli, startCli } from '../support/cli.ts'
import { type Colour, colourDistance, coloursAt, videoFacts } from '../support/video-file.ts'

const pictures: { name: string; colour: Colour }[] = [
  { name: 'red.png', colour: [200, 40, 40] },
  { name: 'green.png', colour: [40, 160, 70] },
  { name: 'blue.png', colour: [40, 60, 200] },
  { name: 'yellow.png', colour: [220, 200, 60] },
  { name: 'grey.png', colour: [120, 120, 120] },
]
const transitions = [
  { seconds: 1, prompt: 'the light turns' },
  { seconds: 2, prompt: 'rain comes up' },
  { seconds: 1, prompt: 'it stops' },
  { seconds: 2, prompt: 'night falls' },
]

let directory: string
let cli: RunningCli
let browser: Browser
let page: Page

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'pika-keyboard-'))
  for (const { name, colour } of pictures) await writeFile(join(directory, name), drawPicture(colour))
  const [port, emulatorPort] = await freePorts(2)
  cli = await startCli({
    PORT: String(port),
    EMULATOR_PORT: String(emulatorPort),
    DATA_DIR: join(directory, 'data'),
  })
  const executablePath = await chromiumPath()
  browser = await chromium.launch({ ...(executablePath && { executablePath }), args })
  page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
})

afterAll(async () => {
  await browser?.close()
  await cli?.end('SIGTERM')
  await rm(directory, { recursive: true, force: true })
})

// Its render is that of six seconds of video.
test(
  'by keyboard alone five pictures are put in order, timed, described, generated and downloaded',
  { timeout: 240_000 },
  async () => {
    const keyframe = (place: number) =>
      page.getByRole('button', { name: new RegExp(`^Keyframe ${place} of 5`) })
    await page.goto(cli.url)

    // Waited for early: until the browser knows that someone waits, it opens none.
    const chooser = page.waitForEvent('filechooser')
    await tabTo(page.getByRole('button', { name: 'Choose pictures' }))
    await page.keyboard.press('Enter')
    await (await chooser).setFiles(pictures.map(({ name }) => join(directory, name)))
    await keyframe(5).waitFor()
    await expect.poll(() => page.getByRole('progressbar').count()).toBe(0)

    // The red one, from the first place to the third.
    await tabTo(keyframe(1))
    await page.keyboard.press('Alt+ArrowRight')
    await page.keyboard.press('Alt+ArrowRight')
    await expect.poll(() => keyframe(3).evaluate((element) => element === document.activeElement)).toBe(true)
    const order = ['green.png', 'blue.png', 'red.png', 'yellow.png', 'grey.png']

    for (const [index, { seconds, prompt }] of transitions.entries()) {
      const edge = page.getByRole('slider', { name: `Seconds of transition ${index + 1}` })
      await tabTo(edge)
      await page.keyboard.press(String(seconds))
      await expect.poll(() => edge.getAttribute('aria-valuenow')).toBe(String(seconds))

      await tabTo(page.getByRole('button', { name: new RegExp(`^Transition ${index + 1}`) }))
      await page.keyboard.press('F2')
      await page.keyboard.type(prompt)
      await page.keyboard.press('Enter')
      await page.getByRole('button', { name: new RegExp(`^Transition ${index + 1}.*${prompt}`) }).waitFor()
    }

    await tabTo(page.getByRole('button', { name: 'Generate video' }))
    await page.keyboard.press('Enter')
    const result = page.getByRole('region', { name: 'Result' })
    await result.locator('video').waitFor({ timeout: 100_000 })

    await tabTo(result.getByRole('link', { name: 'Download' }))
    const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')])
    const file = join(directory, 'result.mp4')
    await download.saveAs(file)

    expect((await videoFacts(file)).duration).toBeCloseTo(6, 1)
    for (const [index, shown] of (await coloursAt(file, [0, 1, 3, 4, 6])).entries()) {
      const nearest = pictures.toSorted(
        (one, other) => colourDistance(shown, one.colour) - colourDistance(shown, other.colour),
      )[0]
      expect(nearest?.name, `the picture at keyframe ${index + 1}`).toBe(order[index])
    }
  },
)

/** Presses Tab until the focus is there; goes all around the page once at most. */
async function tabTo(target: Locator) {
  const hasFocus = () =>
    target.evaluateAll((elements) => elements.some((element) => element === document.activeElement))
  for (let press = 0; press < 150; press++) {
    if (await hasFocus()) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`Tab does not lead to ${String(target)}`)
}

/** A picture of one colour, with enough in it to be a photograph. */
function drawPicture([red, green, blue]: Colour): Buffer {
  const canvas = createCanvas(960, 540)
  const context = canvas.getContext('2d')
  context.fillStyle = `rgb(${red} ${green} ${blue})`
  context.fillRect(0, 0, 960, 540)
  context.fillStyle = '#ffffff'
  for (let x = 20; x < 960; x += 120) context.fillRect(x, 20, 60, 30)
  return canvas.toBuffer('image/png')
}
