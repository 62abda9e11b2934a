import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { difference, expectedPixels, pixelsOf, storyboardRequest } from '../test-support/draftPixels.ts'
import { watchWorkers } from '../test-support/watchWorkers.ts'
import type { DraftStage } from './DraftStage.ts'
import { openWorkerStage } from './workerStage.ts'

const opened: DraftStage[] = []
let workers: ReturnType<typeof watchWorkers>
beforeEach(() => {
  workers = watchWorkers()
})
afterEach(() => {
  for (const stage of opened.splice(0)) {
    stage.close()
    stage.canvas.remove()
  }
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})

function openStage(): DraftStage {
  const stage = openWorkerStage(() => expect.unreachable('the worker was lost'))
  if (!stage) throw new Error('this browser has no workers')
  opened.push(stage)
  document.body.append(stage.canvas)
  return stage
}

const SLOW = { timeout: 20_000, interval: 50 }

test('a worker paints exactly the second that is asked for, and the page draws nothing', async () => {
  const stage = openStage()
  const request = storyboardRequest()
  expect(await stage.load(request)).toBe(4)
  const here = ['putImageData', 'getImageData', 'fillRect'] as const
  const spies = here.map((name) => vi.spyOn(CanvasRenderingContext2D.prototype, name))
  stage.play(performance.now() - 500)
  stage.show(1)
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
  for (const spy of spies) expect(spy).not.toHaveBeenCalled()
  vi.restoreAllMocks()
  for (const seconds of [1, 0, 3.1]) {
    stage.show(seconds)
    const expected = await expectedPixels(request, seconds)
    await vi.waitFor(
      () => expect(difference(pixelsOf(stage.canvas, 320, 180), expected)).toBeLessThan(0.5),
      SLOW,
    )
  }
}, 60_000)

test('plays by itself to the end', async () => {
  const stage = openStage()
  const request = storyboardRequest()
  const expected = await expectedPixels(request, 4)
  const duration = await stage.load(request)
  stage.play(performance.now() - (duration - 0.5) * 1_000)
  await vi.waitFor(
    () => expect(difference(pixelsOf(stage.canvas, 320, 180), expected)).toBeLessThan(0.5),
    SLOW,
  )
}, 60_000)

test('a draft that cannot be made is refused, and the next one is painted', async () => {
  const stage = openStage()
  const request = storyboardRequest()
  const broken = { ...request, input: { ...request.input, imageUrls: ['data:image/png;base64,AAAA'] } }
  await expect(stage.load(broken)).rejects.toThrow('could not be drawn')
  expect(await stage.load(request)).toBe(4)
})

test('all stages share one worker, which ends with the last of them', async () => {
  const stages = [openStage(), openStage(), openStage()]
  await Promise.all(stages.map((stage) => stage.load(storyboardRequest())))
  expect([workers.started, workers.running]).toEqual([1, 1])
  stages[0]?.close()
  stages[1]?.close()
  stages[1]?.close()
  expect(workers.running).toBe(1)
  stages[2]?.close()
  expect(workers.running).toBe(0)
  openStage()
  expect([workers.started, workers.running]).toEqual([2, 1])
})
