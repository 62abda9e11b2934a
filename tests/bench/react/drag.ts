import type { Page } from 'playwright'
import type { BenchPage } from './page.tsx'

declare const bench: BenchPage

/** What is dragged on a storyboard of five keyframes: from the middle of the first, by whole lengths of the page. */
export const drags = {
  'the edge of a transition': '.pk-timeline-edge',
  'a keyframe to another place': '.pk-timeline-picture',
  'nothing: the pointer only moves': '.pk-timeline-bar',
} as const

/**
 * Milliseconds of the main thread for each frame of a drag there and back by the browser's own mouse.
 * @param moves how many times the mouse moves, about one in a frame
 */
export async function frameTimes(page: Page, name: keyof typeof drags, moves: number): Promise<number[]> {
  await page.evaluate(() => bench.mount('KeyframeTimeline, 5 keyframes'))
  const box = await page
    .locator(drags[name])
    .nth(1)
    .or(page.locator(drags[name]).first())
    .first()
    .boundingBox()
  if (!box) throw new Error(`there is no ${drags[name]} in the page`)
  const y = box.y + box.height / 2
  const from = box.x + box.width / 2
  await page.mouse.move(from, y)
  const isDrag = drags[name] !== drags['nothing: the pointer only moves']
  if (isDrag) await page.mouse.down()
  await page.evaluate(() => bench.watch())
  for (let move = 1; move <= moves; move++) {
    await page.mouse.move(from + 240 * Math.sin((move / moves) * 2 * Math.PI), y)
    await new Promise((resolve) => setTimeout(resolve, 16))
  }
  if (isDrag) await page.mouse.up()
  await page.waitForFunction(() => bench.frames().length > 0)
  return page.evaluate(() => bench.frames())
}
