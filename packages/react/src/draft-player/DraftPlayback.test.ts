import type { Draft, Steps } from '@pika-kit/preview'
import { afterEach, expect, test, vi } from 'vitest'
import { createDraftPlayback, type DraftPlayback } from './DraftPlayback.ts'

interface Painted {
  seconds: number
  width: number
  isStandIn: boolean
}

const open: DraftPlayback[] = []
afterEach(() => {
  for (const playback of open.splice(0)) playback.close()
})

/** A draft that notes what is painted; `steps` is how long it searches, and `took` milliseconds how long it draws. */
function setUp({ steps = 0, duration = 0.4, took = 0, isAlone = true } = {}) {
  const painted: Painted[] = []
  let left = steps
  const draftOf = (width: number): Draft => {
    const note = (seconds: number, isStandIn: boolean) => {
      const end = performance.now() + took
      while (performance.now() < end);
      painted.push({ seconds, width, isStandIn })
    }
    return {
      width,
      height: width / 2,
      duration,
      framesPerSecond: 24,
      stages: [],
      draw: (_, seconds) => note(seconds, false),
      search: {
        isDoneFor: () => left === 0,
        *stepsFrom(): Steps {
          while (left > 0) {
            left--
            yield
          }
        },
        drawMeanwhile: (_, seconds) => note(seconds, true),
      },
      resized: (size) => draftOf(size.width),
    }
  }
  const canvas = document.createElement('canvas')
  const playback = createDraftPlayback(canvas, { isAlone })
  open.push(playback)
  playback.setDraft(draftOf(200))
  return { painted, playback, canvas }
}

const newest = (painted: readonly Painted[]) => painted.at(-1)

test('shows exactly the second that is asked for, the newest of several', async () => {
  const { painted, playback } = setUp()
  for (const seconds of [0.1, 0.3, 0.2]) playback.show(seconds)
  await vi.waitFor(() => expect(newest(painted)?.seconds).toBe(0.2))
  expect(painted.map(({ seconds }) => seconds)).not.toContain(0.3)
})

test('plays forward only, to the end and no further', async () => {
  const { painted, playback } = setUp()
  playback.play(performance.now())
  await vi.waitFor(() => expect(newest(painted)?.seconds).toBe(0.4))
  const seconds = painted.map((frame) => frame.seconds)
  expect(seconds).toEqual(seconds.toSorted((a, b) => a - b))
  expect(Math.max(...seconds)).toBe(0.4)
})

test('a pause while it plays stands at its second', async () => {
  const { painted, playback } = setUp({ duration: 60 })
  playback.play(performance.now() - 1_000)
  await vi.waitFor(() => expect(newest(painted)?.seconds).toBeGreaterThan(1))
  playback.show(1.25)
  await vi.waitFor(() => expect(newest(painted)?.seconds).toBe(1.25))
})

// Half a million steps take as long as the machine has other things to do.
const LONG = 10_000

test.each([true, false])(
  'never waits for a search: a stand-in first, the frame once it is found (alone: %s)',
  async (isAlone) => {
    const { painted, playback } = setUp({ steps: 500_000, isAlone })
    playback.show(0.2)
    await vi.waitFor(() => expect(newest(painted)).toMatchObject({ seconds: 0.2, isStandIn: true }), LONG)
    await vi.waitFor(() => expect(newest(painted)).toMatchObject({ seconds: 0.2, isStandIn: false }), LONG)
  },
)

test('searches also while it plays', async () => {
  const { painted, playback } = setUp({ steps: 500_000, duration: 60 })
  playback.play(performance.now())
  await vi.waitFor(() => expect(newest(painted)?.isStandIn).toBe(true), LONG)
  await vi.waitFor(() => expect(newest(painted)?.isStandIn).toBe(false), LONG)
})

test('is painted smaller where it cannot be drawn in time, and in full size when it stands', async () => {
  const { painted, playback, canvas } = setUp({ duration: 60, took: 15 })
  playback.play(performance.now())
  await vi.waitFor(() => expect(newest(painted)?.width).toBe(100), 10_000)
  expect(canvas.width).toBe(100)
  playback.show(3)
  await vi.waitFor(() => expect(newest(painted)).toEqual({ seconds: 3, width: 200, isStandIn: false }))
  expect([canvas.width, canvas.height]).toEqual([200, 100])
})

test('another draft takes its place at the same second', async () => {
  const { painted, playback } = setUp()
  const other = setUp()
  playback.show(0.3)
  await vi.waitFor(() => expect(newest(painted)?.seconds).toBe(0.3))
  const drawn: number[] = []
  playback.setDraft({
    width: 20,
    height: 10,
    duration: 1,
    framesPerSecond: 24,
    stages: [],
    draw: (_, seconds) => drawn.push(seconds),
  })
  await vi.waitFor(() => expect(drawn).toEqual([0.3]))
  other.playback.close()
})

test('paints nothing more once it is closed', async () => {
  const { painted, playback } = setUp({ duration: 60, steps: 1_000_000 })
  playback.play(performance.now())
  await vi.waitFor(() => expect(painted.length).toBeGreaterThan(2))
  playback.close()
  const before = painted.length
  playback.play(performance.now())
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
  expect(painted.length).toBe(before)
})
