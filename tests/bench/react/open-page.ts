import { type Browser, chromium, type Page } from 'playwright'
import { args, chromiumPath } from '../../../scripts/browser.mjs'
import { servePage } from '../browser/serve-page.ts'

/** How much slower the processor is made: a middling telephone beside a workstation, as in Lighthouse. */
export const SLOWDOWN = 4

/** A page with the kit as an app would ship it, on a slowed processor. */
export async function openPage(): Promise<{ page: Page; close(): Promise<void> }> {
  const server = await servePage(new URL('page.tsx', import.meta.url))
  const executablePath = await chromiumPath()
  const browser: Browser = await chromium.launch({ ...(executablePath && { executablePath }), args })
  const page = await browser.newPage({ viewport: { width: 1100, height: 800 } })
  await page.goto(server.url)
  await page.waitForFunction(() => 'bench' in globalThis)
  const session = await page.context().newCDPSession(page)
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN })
  return {
    page,
    close: async () => {
      await browser.close()
      server.close()
    },
  }
}
