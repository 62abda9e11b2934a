import type { Browser, Page } from 'playwright'
import { installProbe, type Noted, type Painted } from './probe.ts'

/** What one playing of a page cost. Times in milliseconds, CPU in seconds. */
export interface Played {
  /** From the start of the page to its first picture. */
  firstFrame: number
  painted: Painted[]
  /** When the main thread was called for a frame. */
  called: number[]
  longTasks: number[]
  seconds: number
  mainCpu: number
  /** Other threads of the page: workers, compositing. */
  otherCpu: number
  /** The process that stands in for the graphics card where there is none. */
  graphicsCpu: number
}

/** Opens a page, presses Play, and waits for the end. */
export async function watchPage(
  browser: Browser,
  url: string,
  { hasWorkers }: { hasWorkers: boolean },
): Promise<Played> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
  try {
    await page.addInitScript(installProbe)
    if (!hasWorkers) await page.addInitScript('delete globalThis.Worker')
    page.on('worker', (worker) => void worker.evaluate(installProbe).catch(() => {}))
    const cpu = await readCpuOf(browser, page)
    await page.goto(url)
    const first = await waitForPaint(page)
    await page.waitForTimeout(1_500)
    await inEach(page, forget)
    const before = await cpu()
    const start = Date.now()
    await page.getByRole('button', { name: 'Play the draft' }).click()
    await page.locator('[data-playing]').waitFor()
    await page.waitForFunction('!document.querySelector("[data-playing]")', null, {
      timeout: 180_000,
      polling: 500,
    })
    const seconds = (Date.now() - start) / 1_000
    const after = await cpu()
    const [main, ...others] = await inEach(page, read)
    if (!main) throw new Error('the page has noted nothing')
    const painted = [main, ...others].flatMap((noted) => noted.painted).toSorted((a, b) => a.at - b.at)
    return {
      firstFrame: first,
      painted,
      called: main.called,
      longTasks: main.longTasks,
      seconds,
      mainCpu: after.main - before.main,
      otherCpu: after.renderer - before.renderer - (after.main - before.main),
      graphicsCpu: after.graphics - before.graphics,
    }
  } finally {
    await page.close()
  }
}

/** Runs it in the page, then in each of its workers. */
function inEach<Result>(page: Page, run: () => Result): Promise<Result[]> {
  const threads: readonly { evaluate(run: () => Result): Promise<unknown> }[] = [page, ...page.workers()]
  return Promise.all(threads.map(async (thread) => (await thread.evaluate(run)) as Result))
}

function read(): Noted {
  return (globalThis as typeof globalThis & { pikaNoted: Noted }).pikaNoted
}

function forget(): void {
  const noted = (globalThis as typeof globalThis & { pikaNoted: Noted }).pikaNoted
  for (const list of Object.values(noted)) list.length = 0
}

/** Milliseconds from the start of the page to its first picture. */
async function waitForPaint(page: Page): Promise<number> {
  const start = await page.evaluate(() => performance.timeOrigin)
  for (const end = Date.now() + 60_000; Date.now() < end;) {
    const noted = await inEach(page, read)
    const [first] = noted.flatMap(({ painted, first }) => [...first, ...painted.map(({ at }) => at)])
    if (first !== undefined) return first - start
    await page.waitForTimeout(50)
  }
  throw new Error('the page painted nothing in a minute')
}

/** CPU seconds of the page's main thread, of its whole process, and of the process that draws. */
async function readCpuOf(browser: Browser, page: Page) {
  const whole = await browser.newBrowserCDPSession()
  const own = await page.context().newCDPSession(page)
  await own.send('Performance.enable', { timeDomain: 'threadTicks' })
  return async () => {
    const { metrics } = await own.send('Performance.getMetrics')
    const { processInfo } = await whole.send('SystemInfo.getProcessInfo')
    const sum = (type: string) =>
      processInfo.reduce((total, info) => total + (info.type === type ? info.cpuTime : 0), 0)
    return {
      main: metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN,
      renderer: sum('renderer'),
      graphics: sum('GPU'),
    }
  }
}
