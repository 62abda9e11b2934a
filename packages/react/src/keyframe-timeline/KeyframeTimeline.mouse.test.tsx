import '../styles.css'
import type { Storyboard } from '@pika-kit/core'
import { expect, test, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { KeyframeTimeline } from './KeyframeTimeline.tsx'

// The mouse of the browser itself, pressed, moved and let go by the test runner: no synthetic events.
const DOT = `data:image/svg+xml,${encodeURIComponent('<svg xmlns="http://www.w3.org/2000/svg"/>')}`
const board: Storyboard = {
  keyframes: ['a', 'b', 'c'].map((id) => ({ id, url: DOT })),
  transitions: [{ duration: 2 }, { duration: 3 }],
}

async function timeline({ inlineSize = 900, dir = 'ltr' } = {}) {
  const onChange = vi.fn<(storyboard: Storyboard) => void>()
  const view = await render(
    <div dir={dir} style={{ inlineSize }}>
      <KeyframeTimeline defaultValue={board} onChange={onChange} upload={() => new Promise(() => {})} />
    </div>,
  )
  const keyframe = (place: number) =>
    view.getByRole('button', { name: new RegExp(`^Keyframe ${place} of 3`) })
  const newest = () => onChange.mock.lastCall?.[0] ?? board
  const centre = (place: number) => {
    const box = keyframe(place).element().getBoundingClientRect()
    return box.left + box.width / 2
  }
  return {
    ...view,
    keyframe,
    scale: () => Math.abs(centre(3) - centre(1)) / 5,
    order: () =>
      newest()
        .keyframes.map(({ id }) => id)
        .join(' '),
    durations: () => newest().transitions.map(({ duration }) => duration),
  }
}

test.each([
  { name: 'on the axis', inlineSize: 900, dir: 'ltr' },
  { name: 'on the axis from right to left', inlineSize: 900, dir: 'rtl' },
  { name: 'in the list of narrow screens', inlineSize: 320, dir: 'ltr' },
])('the mouse carries the first keyframe to the last place $name', async (layout) => {
  const { keyframe, order } = await timeline(layout)
  await userEvent.dragAndDrop(keyframe(1), keyframe(3))
  await expect.poll(order).toBe('b c a')
  await userEvent.dragAndDrop(keyframe(2), keyframe(1))
  await expect.poll(order).toBe('c b a')
})

test.each(['ltr', 'rtl'])('the mouse pulls the edge of a transition, %s', async (dir) => {
  const { getByRole, durations, scale } = await timeline({ dir })
  const edge = getByRole('slider', { name: 'Seconds of transition 1' })
  // The axis has taken the width of its box: (900 − 72) pixels for five seconds.
  await expect.poll(() => Math.round(scale())).toBe(166)
  const away = (dir === 'rtl' ? -2 : 2) * scale()
  await userEvent.dragAndDrop(edge, getByRole('group', { name: 'Storyboard' }), {
    sourcePosition: { x: 12, y: 12 },
    targetPosition: positionIn(getByRole('group', { name: 'Storyboard' }).element(), edge.element(), away),
  })
  await expect.poll(durations).toEqual([4, 3])
  await getByRole('button', { name: 'Undo' }).click()
  await expect.poll(durations).toEqual([2, 3])
})

test('a press that hardly moves selects, and carries nothing', async () => {
  const { keyframe, order } = await timeline()
  await userEvent.dragAndDrop(keyframe(2), keyframe(2), {
    sourcePosition: { x: 30, y: 50 },
    targetPosition: { x: 33, y: 51 },
  })
  await expect.element(keyframe(2)).toHaveAttribute('aria-pressed', 'true')
  expect(order()).toBe('a b c')
})

/** Where, inside of `outer`, the grip of `inner` is, moved sideways. */
function positionIn(outer: Element, inner: Element, away: number) {
  const [from, to] = [outer.getBoundingClientRect(), inner.getBoundingClientRect()]
  return { x: to.left + 12 + away - from.left, y: to.top + 12 - from.top }
}
