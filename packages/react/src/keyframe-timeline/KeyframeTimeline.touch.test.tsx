/// <reference types="@vitest/browser-playwright" />
// Fingers as the browser itself gets them, by its own protocol: no synthetic events.
import '../styles.css'
import type { Storyboard } from '@pika-kit/core'
import { afterEach, expect, test, vi } from 'vitest'
import { cdp } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { KeyframeTimeline } from './KeyframeTimeline.tsx'

const DOT = `data:image/svg+xml,${encodeURIComponent('<svg xmlns="http://www.w3.org/2000/svg"/>')}`
const board: Storyboard = {
  keyframes: ['a', 'b', 'c'].map((id) => ({ id, url: DOT })),
  transitions: [{ duration: 2 }, { duration: 3 }],
}

async function timeline({ inlineSize = 900 } = {}) {
  const onChange = vi.fn<(storyboard: Storyboard) => void>()
  const onTimeChange = vi.fn<(seconds: number) => void>()
  const view = await render(
    <div style={{ inlineSize, paddingBlock: 300 }}>
      <KeyframeTimeline
        defaultValue={board}
        onChange={onChange}
        onTimeChange={onTimeChange}
        upload={() => new Promise(() => {})}
      />
    </div>,
  )
  const newest = () => onChange.mock.lastCall?.[0] ?? board
  return {
    ...view,
    onTimeChange,
    keyframe: (place: number) =>
      view.getByRole('button', { name: new RegExp(`^Keyframe ${place} of 3`) }).element(),
    order: () =>
      newest()
        .keyframes.map(({ id }) => id)
        .join(''),
    durations: () => newest().transitions.map(({ duration }) => duration),
    spoken: () => view.getByRole('status').element().textContent?.replace('\u200b', ''),
  }
}

/** The middle of an element, as the browser counts it: the tests run in a frame of the page. */
function middleOf(element: Element) {
  const box = element.getBoundingClientRect()
  const frame = window.frameElement?.getBoundingClientRect() ?? { left: 0, top: 0 }
  return { x: frame.left + box.left + box.width / 2, y: frame.top + box.top + box.height / 2 }
}
type Place = ReturnType<typeof middleOf>
let isTouched = false
function touch(type: 'touchStart' | 'touchMove' | 'touchEnd' | 'touchCancel', points: Place[] = []) {
  isTouched = points.length > 0
  return cdp().send('Input.dispatchTouchEvent', { type, touchPoints: points })
}
const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve))
/** Its middle once it is in view and stands still: the axis takes its width after the first picture, and a flung page scrolls on. */
async function restingPlace(element: Element, block: ScrollLogicalPosition = 'center'): Promise<Place> {
  element.scrollIntoView({ block })
  await expect
    .poll(async () => {
      const before = middleOf(element)
      await nextFrame()
      await nextFrame()
      return { ...middleOf(element), before }
    })
    .toSatisfy(({ x, y, before }: Place & { before: Place }) => x === before.x && y === before.y)
  return middleOf(element)
}
async function slide(from: Place, to: Place, steps = 6) {
  for (let step = 1; step <= steps; step++) {
    const part = step / steps
    await touch('touchMove', [{ x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part }])
  }
}

// A finger that a failed test left on the glass would be the next one's second.
afterEach(async () => {
  if (isTouched) await touch('touchCancel')
})

test.each([
  { name: 'on the axis', inlineSize: 900 },
  { name: 'in the list of narrow screens', inlineSize: 320 },
])('a finger that rests carries a keyframe $name, and each place is spoken', async (layout) => {
  const { keyframe, order, spoken } = await timeline(layout)
  const from = await restingPlace(keyframe(1))
  await touch('touchStart', [from])
  await expect.poll(spoken).toBe('Keyframe 1 of 3 lifted. Escape puts it back.')
  await slide(from, middleOf(keyframe(2)))
  await expect.poll(spoken).toBe('Over place 2 of 3.')
  expect(keyframe(2).closest('li')?.dataset['drop']).toBe('after')
  await touch('touchEnd')
  await expect.poll(order).toBe('bac')
  await expect.poll(spoken).toBe('Keyframe moved to place 2 of 3.')
})

test('a finger that moves at once scrolls the page, and carries nothing', async () => {
  const { keyframe, order, spoken } = await timeline({ inlineSize: 320 })
  scrollTo(0, 0)
  const from = await restingPlace(keyframe(1), 'end')
  const before = scrollY
  await touch('touchStart', [from])
  await slide(from, { ...from, y: from.y - 160 }, 12)
  await touch('touchEnd')
  await expect.poll(() => scrollY).toBeGreaterThan(before + 60)
  expect(order()).toBe('abc')
  expect(spoken()).toBe('')
})

test('Escape puts back what a finger carries, and lifting the finger then does nothing', async () => {
  const { keyframe, order, spoken } = await timeline()
  const from = await restingPlace(keyframe(1))
  await touch('touchStart', [from])
  await expect.poll(spoken).toContain('lifted')
  await slide(from, middleOf(keyframe(3)))
  await expect.poll(spoken).toBe('Over place 3 of 3.')
  document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }))
  await expect.poll(spoken).toBe('Put back to place 1.')
  await touch('touchEnd')
  expect(order()).toBe('abc')
  expect(document.querySelector('[data-drop], [data-dragging]')).toBeNull()
})

test('a touch that the system takes away puts the keyframe back', async () => {
  const { keyframe, order, spoken } = await timeline()
  const from = await restingPlace(keyframe(1))
  await touch('touchStart', [from])
  await expect.poll(spoken).toContain('lifted')
  await slide(from, middleOf(keyframe(3)))
  await touch('touchCancel')
  await expect.poll(spoken).toBe('Put back to place 1.')
  expect(order()).toBe('abc')
})

test('a finger pulls an edge at once, and scrubs on the ruler', async () => {
  const { getByRole, keyframe, durations, onTimeChange } = await timeline()
  // The axis has taken the width of its box: 828 pixels from the first to the last.
  await expect.poll(() => Math.round(middleOf(keyframe(3)).x - middleOf(keyframe(1)).x)).toBe(828)
  const edge = await restingPlace(getByRole('slider', { name: 'Seconds of transition 1' }).element())
  const scale = (middleOf(keyframe(3)).x - middleOf(keyframe(1)).x) / 5
  await touch('touchStart', [edge])
  await slide(edge, { ...edge, x: edge.x + 2 * scale })
  await expect.poll(durations).toEqual([4, 3])
  await touch('touchEnd')
  const ruler = getByRole('slider', { name: 'Play position' }).element()
  const second = (at: number) => {
    const perSecond = (middleOf(keyframe(3)).x - middleOf(keyframe(1)).x) / 7
    return { x: middleOf(keyframe(1)).x + at * perSecond, y: middleOf(ruler).y }
  }
  await touch('touchStart', [second(1)])
  await slide(second(1), second(3))
  await touch('touchEnd')
  await expect.poll(() => onTimeChange.mock.lastCall?.[0]).toBeCloseTo(3, 1)
})
