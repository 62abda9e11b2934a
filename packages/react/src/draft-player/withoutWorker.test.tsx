// What a page does that has no worker, or may not have one: the same, drawn by itself. A file of its own, because a page that was
// refused once does not ask again.
import { afterEach, expect, test, vi } from 'vitest'
import { render } from 'vitest-browser-react'
import {
  difference,
  expectedPixels,
  pikaframes,
  pixelsOf,
  storyboardInput,
  storyboardRequest,
} from '../test-support/draftPixels.ts'
import { DraftPlayer } from './DraftPlayer.tsx'
import { canUseWorker } from './workerStage.ts'

const AnyWorker = Worker
afterEach(() => vi.unstubAllGlobals())

async function expectPainted() {
  await render(
    <div style={{ inlineSize: 320 / devicePixelRatio }}>
      <DraftPlayer operation={pikaframes} input={storyboardInput} time={1.2} />
    </div>,
  )
  const expected = await expectedPixels(storyboardRequest(), 1.2)
  await vi.waitFor(
    () => {
      const canvas = document.querySelector<HTMLCanvasElement>('.pk-draft-canvas canvas')
      if (!canvas) throw new Error('there is no canvas')
      expect(difference(pixelsOf(canvas, 320, 180), expected)).toBeLessThan(0.5)
    },
    { timeout: 20_000, interval: 50 },
  )
}

test('where there is none', async () => {
  vi.stubGlobal('Worker', undefined)
  expect(canUseWorker()).toBe(false)
  await expectPainted()
  vi.unstubAllGlobals()
  expect(canUseWorker()).toBe(true)
}, 60_000)

test('where its file does not come, as behind a proxy or a policy that forbids it', async () => {
  let tried = 0
  vi.stubGlobal(
    'Worker',
    class extends AnyWorker {
      constructor(_: string | URL, options?: WorkerOptions) {
        tried++
        super('/nowhere/draft-worker.js', options)
      }
    },
  )
  await expectPainted()
  expect(tried).toBe(1)
  expect(canUseWorker()).toBe(false)
}, 60_000)
