import '../styles.css'
import { StrictMode, useState } from 'react'
import { afterEach, expect, test, vi } from 'vitest'
import { render } from 'vitest-browser-react'
import { page, userEvent } from 'vitest/browser'
import {
  difference,
  expectedPixels,
  pikaframes,
  pixelsOf,
  storyboardInput,
  storyboardRequest,
} from '../test-support/draftPixels.ts'
import { watchWorkers } from '../test-support/watchWorkers.ts'
import { DraftPlayer, type DraftPlayerProps } from './DraftPlayer.tsx'

afterEach(() => vi.unstubAllGlobals())

function Player(props: Partial<DraftPlayerProps>) {
  return (
    <div style={{ inlineSize: 320 / devicePixelRatio }}>
      <DraftPlayer operation={pikaframes} input={storyboardInput} {...props} />
    </div>
  )
}

const canvas = () => document.querySelector<HTMLCanvasElement>('.pk-draft-canvas canvas')
const SLOW = { timeout: 20_000, interval: 50 }

/** Waits until the player shows this second of the storyboard. */
async function expectPicture(seconds: number) {
  const expected = await expectedPixels(storyboardRequest(), seconds)
  await vi.waitFor(() => {
    const shown = canvas()
    if (!shown) throw new Error('there is no canvas')
    expect(difference(pixelsOf(shown, 320, 180), expected)).toBeLessThan(0.5)
  }, SLOW)
}

test('a worker paints the second of the play position, in StrictMode too, and ends with the player', async () => {
  const workers = watchWorkers()
  const screen = await render(
    <StrictMode>
      <Player time={1.2} />
    </StrictMode>,
  )
  await expectPicture(1.2)
  expect(workers.running).toBe(1)
  expect(document.querySelectorAll('.pk-draft-canvas canvas')).toHaveLength(1)
  await screen.unmount()
  expect(workers.running).toBe(0)
  expect(canvas()).toBeNull()
}, 60_000)

test('tells a position that only goes forward while it plays, and stands at the end', async () => {
  const told: number[] = []
  await render(
    <Player
      input={{ ...storyboardInput, transitions: [{ duration: 1 }, { duration: 1 }] }}
      onTimeChange={(seconds) => told.push(seconds)}
    />,
  )
  await page.getByRole('button', { name: 'Play the draft' }).click()
  await vi.waitFor(() => expect(told.at(-1)).toBe(2), SLOW)
  expect(told).toEqual(told.toSorted((a, b) => a - b))
  await expect.element(page.getByRole('button', { name: 'Play the draft' })).toBeVisible()
}, 60_000)

test('a second that comes back late, on a page that is busy, is not taken for a jump', async () => {
  const told: number[] = []
  function Late() {
    const [time, setTime] = useState(0)
    const onTimeChange = (seconds: number) => {
      told.push(seconds)
      setTimeout(() => setTime(seconds), 400)
    }
    return (
      <Player
        input={{ ...storyboardInput, transitions: [{ duration: 1 }, { duration: 1 }] }}
        time={time}
        onTimeChange={onTimeChange}
      />
    )
  }
  await render(<Late />)
  await page.getByRole('button', { name: 'Play the draft' }).click()
  await vi.waitFor(() => expect(told.at(-1)).toBe(2), SLOW)
  expect(told).toEqual(told.toSorted((a, b) => a - b))
}, 60_000)

test('stops at a second that is set while it plays by the slider, and shows it', async () => {
  await render(<Player />)
  await page.getByRole('button', { name: 'Play the draft' }).click()
  await expect.element(page.getByRole('button', { name: 'Pause the draft' })).toBeVisible()
  await page.getByRole('slider').fill('3')
  await expect.element(page.getByRole('button', { name: 'Play the draft' })).toBeVisible()
  await expectPicture(3)
}, 60_000)

test('follows another input without a gap: the picture before stays until the next is there', async () => {
  function Changing() {
    const [hue, setHue] = useState(0)
    return (
      <>
        <button type="button" onClick={() => setHue(1)}>
          Change
        </button>
        <Player input={{ ...storyboardInput, seed: hue + 3 }} time={0} />
      </>
    )
  }
  await render(<Changing />)
  await expectPicture(0)
  const before = canvas()
  await userEvent.click(page.getByRole('button', { name: 'Change' }))
  await expectPicture(0)
  expect(canvas()).toBe(before)
}, 60_000)
