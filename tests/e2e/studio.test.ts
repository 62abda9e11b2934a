import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createCanvas } from '@napi-rs/canvas'
import { type Browser, chromium, type Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { args, chromiumPath } from '../../scripts/browser.mjs'
import { freePorts, type RunningCli, startCli } from '../support/cli.ts'
import { type Colour, colourDistance, coloursAt, videoFacts } from '../support/video-file.ts'

const pictures: { name: string; colour: Colour }[] = [
  { name: 'red.png', colour: [200, 40, 40] },
  { name: 'green.png', colour: [40, 160, 70] },
  { name: 'blue.png', colour: [40, 60, 200] },
]

let directory: string
let environment: Record<string, string>
let cli: RunningCli
let browser: Browser
let page: Page

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'pika-e2e-'))
  for (const { name, colour } of pictures) await writeFile(join(directory, name), drawPicture(colour))
  const [port, emulatorPort] = await freePorts(2)
  environment = { PORT: String(port), EMULATOR_PORT: String(emulatorPort), DATA_DIR: join(directory, 'data') }
  cli = await startCli(environment)
  const executablePath = await chromiumPath()
  browser = await chromium.launch({ ...(executablePath && { executablePath }), args })
  page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
})

afterAll(async () => {
  await browser?.close()
  await cli?.end('SIGTERM')
  await rm(directory, { recursive: true, force: true })
})

test('three pictures become a playing video, through a reload and a killed server', async () => {
  await page.goto(cli.url)
  await page
    .getByLabel('Choose pictures')
    .first()
    .setInputFiles(pictures.map(({ name }) => join(directory, name)))
  await expect.poll(() => page.getByRole('button', { name: /^Keyframe \d of 3/ }).count()).toBe(3)

  await page.getByRole('button', { name: /^Transition 1/ }).click()
  await page.getByLabel('Seconds of transition 1').last().fill('2')
  await page.getByRole('button', { name: /^Transition 2/ }).click()
  await page.getByLabel('Seconds of transition 2').last().fill('3')
  await page.getByLabel('Prompt of transition 2').fill('the sea turns to ice')
  await expect.poll(() => page.getByText('5 of 25 s').count()).toBeGreaterThan(0)
  // An upload that is still on its way has a progress bar on its keyframe.
  await expect.poll(() => page.getByRole('progressbar').count()).toBe(0)

  await page.getByRole('button', { name: 'Generate video' }).click()
  const result = page.getByRole('region', { name: 'Result' })
  // Position, status and logs move by themselves.
  await result
    .getByText(/ahead of you|You are next/)
    .first()
    .waitFor()
  await page.reload()
  await result
    .getByRole('log')
    .getByText(/frame \d+ of/)
    .first()
    .waitFor({ timeout: 60_000 })

  await cli.end('SIGKILL')
  cli = await startCli(environment)

  const video = result.locator('video')
  await video.waitFor({ timeout: 90_000 })
  await expect
    .poll(() => video.evaluate((element: HTMLVideoElement) => element.readyState))
    .toBeGreaterThanOrEqual(2)
  await video.evaluate((element: HTMLVideoElement) => {
    element.muted = true
    return element.play()
  })
  await expect
    .poll(() => video.evaluate((element: HTMLVideoElement) => element.currentTime))
    .toBeGreaterThan(0.2)

  const file = join(directory, 'result.mp4')
  const source = await video.getAttribute('src')
  await writeFile(file, new Uint8Array(await (await fetch(source ?? '')).arrayBuffer()))
  const facts = await videoFacts(file)
  expect(facts).toMatchObject({ codec: 'h264', pixelFormat: 'yuv420p', isFastStart: true })
  expect(Math.min(facts.width, facts.height)).toBe(720)
  expect(facts.duration).toBeCloseTo(5, 1)
  const shown = await coloursAt(file, [0, 2, 5])
  for (const [index, { colour }] of pictures.entries()) {
    const distances = pictures.map((other) => colourDistance(shown[index] as Colour, other.colour))
    expect(
      distances[index],
      `the picture at keyframe ${index + 1}, ${String(shown[index])} for ${String(colour)}`,
    ).toBe(Math.min(...distances))
    expect(distances[index]).toBeLessThan(40)
  }

  // The library has it, also after a reload.
  await page.reload()
  await page.getByRole('region', { name: 'Library' }).getByRole('button').first().waitFor()
})

/** A picture whose middle has one colour, with enough in it to be a photograph. */
function drawPicture([red, green, blue]: Colour): Buffer {
  const canvas = createCanvas(960, 540)
  const context = canvas.getContext('2d')
  context.fillStyle = `rgb(${red} ${green} ${blue})`
  context.fillRect(0, 0, 960, 540)
  context.fillStyle = '#ffffff'
  for (let x = 20; x < 960; x += 120) context.fillRect(x, 20, 60, 30)
  return canvas.toBuffer('image/png')
}
