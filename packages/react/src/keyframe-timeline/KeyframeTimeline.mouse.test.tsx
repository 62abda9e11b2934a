/// <reference types="@vitest/browser-playwright" />
import '../styles.css'
import type { Storyboard } from '@pika-kit/core'
import { expect, test, vi } from 'vitest'
import { cdp, userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { KeyframeTimeline } from './KeyframeTimeline.tsx'

// The mouse of the browser itself, pressed, moved and let go by the test runner: no synthetic events.
const DOT = `data:image/svg+xml,${encodeURIComponent('<svg xmlns="http://www.w3.org/2000/svg"/>')}`
const board: Storyboard = {
  keyframes: ['a', 'b', 'c'].map((id) => ({ id, url: DOT })),
  transitions: [{ duration: 2 }, { duration: 3 }],
}

async function timeline({
  inlineSize = 900,
  dir = 'ltr',
  time,
}: { inlineSize?: number; dir?: string; time?: number } = {}) {
  const onChange = vi.fn<(storyboard: Storyboard) => void>()
  const view = await render(
    <div dir={dir} style={{ inlineSize }}>
      <KeyframeTimeline
        defaultValue={board}
        onChange={onChange}
        time={time}
        upload={() => new Promise(() => {})}
      />
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

/** A mouse that is held, by the browser's own protocol: what happens before it is let go can be seen. */
async function press(from: Spot, moves: readonly Spot[], modifiers = 0) {
  const send = (type: 'mouseMoved' | 'mousePressed' | 'mouseReleased', { x, y }: Spot) =>
    cdp().send('Input.dispatchMouseEvent', {
      type,
      x,
      y,
      modifiers,
      button: 'left',
      buttons: type === 'mouseReleased' ? 0 : 1,
      clickCount: 1,
    })
  await send('mousePressed', from)
  for (const move of moves) await send('mouseMoved', move)
  return { release: () => send('mouseReleased', moves.at(-1) ?? from) }
}
interface Spot {
  x: number
  y: number
}
function middleOf(element: Element): Spot {
  const box = element.getBoundingClientRect()
  const frame = window.frameElement?.getBoundingClientRect() ?? { left: 0, top: 0 }
  return { x: frame.left + box.left + box.width / 2, y: frame.top + box.top + box.height / 2 }
}
const SHIFT = 8

test('an edge is caught by the play position near it, and falls into whole seconds elsewhere', async () => {
  const { getByRole, durations, scale } = await timeline({ time: 3.45 })
  await expect.poll(() => Math.round(scale())).toBe(166)
  const edge = middleOf(getByRole('slider', { name: 'Seconds of transition 1' }).element())
  // 3.51 would be 4, but 3.45 is within reach.
  const caught = await press(edge, [{ ...edge, x: edge.x + 1.51 * scale() }])
  await expect.poll(durations).toEqual([3, 3])
  await caught.release()
  const again = middleOf(getByRole('slider', { name: 'Seconds of transition 1' }).element())
  const free = await press(again, [{ ...again, x: again.x + 0.6 * scale() }])
  await expect.poll(durations).toEqual([4, 3])
  await free.release()
})

test('with Shift the next transition gives way to a pulled edge, and Escape takes the pull back', async () => {
  const { getByRole, durations, scale } = await timeline()
  await expect.poll(() => Math.round(scale())).toBe(166)
  const edge = middleOf(getByRole('slider', { name: 'Seconds of transition 1' }).element())
  const held = await press(edge, [{ ...edge, x: edge.x + 1.1 * scale() }], SHIFT)
  await expect.poll(durations).toEqual([3, 2])
  await userEvent.keyboard('{Escape}')
  await expect.poll(durations).toEqual([2, 3])
  await held.release()
  await expect.element(getByRole('button', { name: 'Undo' })).toBeDisabled()
})

test('what is carried to an end of a zoomed axis scrolls it, and nothing but a mark moves until it is let go', async () => {
  const { getByRole, keyframe, order, container } = await timeline()
  await getByRole('button', { name: 'Zoom in' }).click()
  await getByRole('button', { name: 'Zoom in' }).click()
  const track = container.querySelector<HTMLElement>('.pk-timeline-track')!
  track.scrollTo({ left: 0 })
  await expect.poll(() => track.scrollLeft).toBe(0)
  const from = middleOf(keyframe(1).element())
  const end = { x: from.x + 850, y: from.y }
  const held = await press(from, [{ ...from, x: from.x + 40 }, end])
  await expect.poll(() => track.scrollLeft).toBe(track.scrollWidth - track.clientWidth)
  await expect
    .poll(() =>
      [...container.querySelectorAll<HTMLElement>('[data-drop]')].map((item) => item.dataset['drop']),
    )
    .toEqual(['after'])
  expect(order()).toBe('a b c')
  await held.release()
  await expect.poll(order).toBe('b c a')
})

test('Ctrl with the wheel zooms around the pointer; the wheel alone does not', async () => {
  const { container, keyframe, scale } = await timeline()
  const track = container.querySelector<HTMLElement>('.pk-timeline-track')!
  const second = keyframe(2).element()
  await expect.poll(() => Math.round(scale())).toBe(166)
  const before = middleOf(second)
  const wheel = (ctrlKey: boolean) => {
    const event = new WheelEvent('wheel', {
      deltaY: -200,
      ctrlKey,
      clientX: second.getBoundingClientRect().left + second.getBoundingClientRect().width / 2,
      bubbles: true,
      cancelable: true,
    })
    track.dispatchEvent(event)
    return event.defaultPrevented
  }
  expect(wheel(false)).toBe(false)
  expect(wheel(true)).toBe(true)
  await expect.poll(() => track.scrollWidth / track.clientWidth).toBeGreaterThan(1.3)
  await expect.poll(() => Math.abs(middleOf(second).x - before.x)).toBeLessThan(2)
})

/** Where, inside of `outer`, the grip of `inner` is, moved sideways. */
function positionIn(outer: Element, inner: Element, away: number) {
  const [from, to] = [outer.getBoundingClientRect(), inner.getBoundingClientRect()]
  return { x: to.left + 12 + away - from.left, y: to.top + 12 - from.top }
}
