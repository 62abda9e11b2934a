import axe from 'axe-core'
import { createCanvas } from '@napi-rs/canvas'
import { createEmulator, type Emulator } from '@pika-kit/emulator'
import { type Browser, chromium, type Page } from 'playwright'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { args, chromiumPath } from '../../scripts/browser.mjs'

let browser: Browser
let emulator: Emulator
let page: Page
let problems: string[]

beforeAll(async () => {
  const executablePath = await chromiumPath()
  browser = await chromium.launch({ ...(executablePath && { executablePath }), args })
})
afterAll(() => browser.close())

beforeEach(async () => {
  emulator = await createEmulator({ speed: 20, queueSeconds: 0 })
  page = await browser.newPage({ viewport: { width: 1280, height: 900 } })
  problems = []
  page.on('pageerror', (error) => problems.push(error.message))
  page.on('console', (message) => message.type() === 'error' && problems.push(message.text()))
})
afterEach(async () => {
  await page.close()
  await emulator.close()
  expect(problems).toEqual([])
})

function picture(): string {
  const canvas = createCanvas(320, 180)
  const context = canvas.getContext('2d')
  context.fillStyle = '#c9707f'
  context.fillRect(0, 0, 320, 180)
  return canvas.toDataURL('image/png')
}

async function submit(
  endpoint: string,
  input: unknown,
  headers: Record<string, string> = {},
): Promise<string> {
  const response = await fetch(`${emulator.url}/queue/fal-ai/pika/${endpoint}`, {
    method: 'POST',
    headers: { authorization: 'Key any', ...headers },
    body: JSON.stringify(input),
  })
  return ((await response.json()) as { request_id: string }).request_id
}

const stuck = { 'x-emulator-scenario': 'queue-stuck' }
const card = (name: string) => page.getByRole('article', { name })

test('a request appears as it happens and ends as a playing video, with all that was sent', async () => {
  await page.goto(emulator.url)
  await page.getByRole('heading', { name: 'No request yet' }).waitFor()
  await submit('v2.2/pikaframes', {
    image_urls: [picture(), picture()],
    transitions: [{ duration: 1 }],
    prompt: 'dusk falls',
  })
  await card('Pikaframes').getByText('Completed').waitFor()
  await expect.poll(() => card('Pikaframes').locator('img').evaluate(isLoaded)).toBe(true)

  await card('Pikaframes').getByText('Input, result and log').press('Enter')
  await card('Pikaframes').getByText('"prompt": "dusk falls"').waitFor()
  await card('Pikaframes').getByText('"content_type": "video/mp4"').waitFor()

  await page.getByRole('button', { name: 'Play the video of Pikaframes' }).press('Enter')
  const player = card('Pikaframes').locator('video')
  await expect
    .poll(() => player.evaluate((video) => (video as HTMLVideoElement).currentTime))
    .toBeGreaterThan(0)

  await page.getByRole('button', { name: 'Clear finished' }).click()
  await page.getByRole('heading', { name: 'No request yet' }).waitFor()
  expect(emulator.requests()).toEqual([])
})

const isLoaded = (image: Element): boolean => (image as HTMLImageElement).naturalWidth > 0

test('a fault is chosen by keyboard, is seen to be active, and is used up', async () => {
  await page.goto(emulator.url)
  await page.getByLabel('What goes wrong').selectOption('content-policy')
  await page.getByRole('button', { name: 'Play it' }).press('Enter')
  await page.getByText('content-policy for the next request.').waitFor()
  await submit('v2.2/text-to-video', { prompt: 'a kite' })
  await card('Text to video').getByText('422 content_policy_violation').waitFor()
  await page.getByText('All goes well.').waitFor()

  await page.getByRole('radio', { name: 'every request' }).check()
  await page.getByRole('button', { name: 'Play it' }).click()
  await page.getByText('content-policy for every request.').waitFor()
  await page.getByRole('button', { name: 'Stop it' }).click()
  await expect.poll(() => page.getByText('All goes well.').count()).toBe(1)
})

const resultOf = (id: string) =>
  fetch(`${emulator.url}/queue/fal-ai/pika/requests/${id}`, { headers: { authorization: 'Key any' } })

test('a fault at a byte is chosen by keyboard, is said before it is played, and strikes there', async () => {
  await page.goto(emulator.url)
  const id = await submit('v2.2/text-to-video', { prompt: 'a kite' })
  await card('Text to video').getByText('Completed').waitFor()

  await page.getByRole('radio', { name: 'Scenario' }).press('ArrowRight')
  await page.getByLabel('Which call').selectOption('result')
  await page.getByLabel('Bytes, at least').fill('17')
  await page.getByText('Result: cut after 17 bytes.').waitFor()
  await page.getByText('{"at":"result", "afterBytes":17, "with":"cut"}').waitFor()
  await page.getByRole('radio', { name: /^the next.*calls/ }).check()
  await page.getByLabel('How many').fill('2')
  await page.getByRole('button', { name: 'Play it' }).press('Enter')
  await page.getByText('Result: cut after 17 bytes, the next 2.').waitFor()

  const body = async (): Promise<string> => {
    let text = ''
    const decoder = new TextDecoder()
    try {
      for await (const chunk of (await resultOf(id)).body ?? []) text += decoder.decode(chunk)
    } catch {
      return text
    }
    throw new Error(`the answer came whole: ${text}`)
  }
  expect(await body()).toHaveLength(17)
  await page.getByText('Result: cut after 17 bytes, the next one.').waitFor()
  await page.getByText('Struck last: Result: cut after 17 bytes.').waitFor()
  await page.getByRole('button', { name: 'Stop it' }).click()
  await page.getByText('All goes well.').waitFor()
  expect((await resultOf(id)).status).toBe(200)
})

test('a fault has the steps of its call, and stands beside a scenario until both are stopped', async () => {
  await page.goto(emulator.url)
  await page.getByRole('radio', { name: 'every request' }).check()
  await page.getByRole('button', { name: 'Play it' }).click()
  await page.getByRole('radio', { name: 'Byte or step' }).check()
  await expect.poll(() => page.getByRole('radio', { name: 'every request' }).count()).toBe(0)

  await page.getByLabel('Which call').selectOption('submit')
  await page.getByLabel('At which step').selectOption('after it was accepted')
  await page.getByLabel('What happens').selectOption('An error status')
  await page.getByLabel('Status', { exact: true }).fill('502')
  expect(await page.getByLabel('Bytes, at least').count()).toBe(1)
  expect(await page.getByLabel('Bytes, at least').isVisible()).toBe(false)
  await page.getByRole('button', { name: 'Play it' }).click()
  await page.getByText('Submission: answers 502 after it was accepted, the next one.').waitFor()
  await page.getByText(/for every request\./).waitFor()
  await page.getByRole('button', { name: 'Stop all' }).click()
  await page.getByText('All goes well.').waitFor()

  // A stream has sent its status before its first event.
  await page.getByLabel('Which call').selectOption('stream')
  await page.getByLabel('At which step').selectOption('after its first event')
  await page.getByText('{"at":"stream", "step":"after-first-event", "with":"cut"}').waitFor()
  expect(await page.locator('#call-kind-status').isDisabled()).toBe(true)
  await page.getByLabel('At which step').selectOption('at a byte, or before all')
  await page.getByLabel('Bytes, at least').fill('9')
  await page.getByLabel('Bytes, at most').fill('2')
  await page.getByRole('button', { name: 'Play it' }).click()
  await page.getByRole('alert').getByText('fault.afterBytes is [9,2]').waitFor()
  problems = problems.filter((problem) => !problem.includes('400'))
})

test('the clock is moved, and what it moves past happens', async () => {
  await page.goto(emulator.url)
  await submit('v2.2/text-to-video', { prompt: 'a kite' }, { ...stuck, 'x-fal-request-timeout': '1800' })
  await card('Text to video').getByText('Next in the queue').waitFor()
  await page.getByRole('button', { name: '+1 h' }).press('Enter')
  await page.getByText('1 h ahead.').waitFor()
  await card('Text to video').getByText('504 request_timeout').waitFor()
  expect(emulator.requests()).toMatchObject([{ status: 'COMPLETED' }])
})

test('a hostile prompt is text', async () => {
  await page.goto(emulator.url)
  const prompt = '<img src=x onerror="document.title=1"><script>document.title=2</script>"\'\u202e'
  await submit('v2.2/text-to-video', { prompt }, stuck)
  await card('Text to video').getByText('<script>').waitFor()
  expect(await page.locator('article script, article img[src=x]').count()).toBe(0)
  expect(await page.title()).toBe('(1) fal emulator')
})

test('thousands of requests are listed a page at a time', async () => {
  for (let batch = 0; batch < 40; batch++) {
    await Promise.all(
      Array.from({ length: 50 }, () => submit('v2.2/text-to-video', { prompt: 'many' }, stuck)),
    )
  }
  await page.goto(emulator.url)
  await page.getByRole('radio', { name: 'All 2,000' }).waitFor({ state: 'attached' })
  await expect.poll(() => page.getByRole('article').count()).toBe(30)
  await page.getByRole('button', { name: 'Show older requests' }).click()
  await expect.poll(() => page.getByRole('article').count()).toBe(60)
  await page.getByRole('radio', { name: /Failed/ }).check()
  await page.getByRole('heading', { name: 'None here' }).waitFor()
})

test('it connects again by itself, and shows what happened in between', async () => {
  const port = Number(new URL(emulator.url).port)
  await page.goto(emulator.url)
  await page.getByText('Live', { exact: true }).waitFor()
  await emulator.close()
  await page.getByText('No connection').waitFor()
  emulator = await createEmulator({ port, speed: 20 })
  await submit('v2.2/text-to-video', { prompt: 'after the restart' }, stuck)
  await expect.poll(() => page.getByText('after the restart').count(), { timeout: 20_000 }).toBe(1)
  // The browser says on the console that the connection was lost: that is what this test is about.
  problems = problems.filter((problem) => !/ERR_(CONNECTION|INCOMPLETE|EMPTY)/.test(problem))
})

test.each(['light', 'dark'] as const)(
  'axe finds nothing in the %s page, wide or narrow',
  async (colorScheme) => {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await page.goto(emulator.url)
    const check = async (): Promise<string[]> => {
      await page.evaluate(axe.source)
      const { violations } = await page.evaluate(() =>
        (window as unknown as { axe: typeof axe }).axe.run({
          runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'],
        }),
      )
      return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))
    }
    await page.getByRole('heading', { name: 'No request yet' }).waitFor()
    expect(await check()).toEqual([])
    await submit('v2.2/image-to-video', { image_url: picture(), prompt: 'it waits' }, stuck)
    await submit('v2.2/text-to-video', { prompt: 'it fails' }, { 'x-emulator-scenario': 'content-policy' })
    await card('Text to video').getByText('422 content_policy').waitFor()
    await card('Text to video').locator('summary').click()
    await page.getByLabel('Input', { exact: true }).waitFor()
    await page.getByRole('button', { name: 'Play it' }).click()
    await page.getByRole('button', { name: 'Stop it' }).waitFor()
    expect(await check()).toEqual([])
    await page.getByRole('radio', { name: 'Byte or step' }).check()
    await page.getByLabel('Which call').selectOption('submit')
    await page.getByLabel('What happens').selectOption('An error status')
    await page.getByRole('button', { name: 'Play it' }).click()
    await page.getByRole('button', { name: 'Stop all' }).waitFor()
    expect(await check()).toEqual([])
    await page.setViewportSize({ width: 320, height: 700 })
    expect(await check()).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320)
  },
)
