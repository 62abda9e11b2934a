// What can be measured of the look: nothing sticks out, nothing is too small to be met, from the narrowest box to a wide one.
import '../styles.css'
import type { Storyboard } from '@pika-kit/core'
import axe from 'axe-core'
import { expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { KeyframeTimeline } from './KeyframeTimeline.tsx'

const DOT = `data:image/svg+xml,${encodeURIComponent('<svg xmlns="http://www.w3.org/2000/svg"/>')}`
const board = (...durations: number[]): Storyboard => ({
  keyframes: [...durations, 0].map((_, index) => ({ id: `k${index}`, url: DOT, name: `${index}.jpg` })),
  transitions: durations.map((duration) => ({ duration, prompt: 'dusk falls, lights come on far away' })),
})
const issues = [
  { path: ['transitions', '1'], code: 'OVER_BUDGET' as const, message: 'must be a whole number' },
]

async function timeline(inlineSize: number, storyboard: Storyboard, dir = 'ltr') {
  await page.viewport(Math.max(inlineSize + 40, 320), 900)
  const view = await render(
    <div dir={dir} style={{ inlineSize, background: 'var(--pk-panel)' }}>
      <KeyframeTimeline
        defaultValue={storyboard}
        issues={issues}
        time={1.5}
        upload={() => new Promise(() => {})}
      />
    </div>,
  )
  const root = view.getByRole('group', { name: 'Storyboard' }).element()
  await expect.poll(() => Math.round(root.getBoundingClientRect().width)).toBe(inlineSize)
  return { ...view, root }
}

test.each([
  ...[280, 320, 560, 1440].map((inlineSize) => ({ inlineSize, dir: 'ltr' })),
  { inlineSize: 280, dir: 'rtl' },
  { inlineSize: 900, dir: 'rtl' },
])('nothing sticks out of a box of $inlineSize px, $dir', async ({ inlineSize, dir }) => {
  const { root, getByRole } = await timeline(inlineSize, board(1, 18, 1, 2), dir)
  const check = () => {
    const box = root.getBoundingClientRect()
    const outside = [...root.querySelectorAll<HTMLElement>('*')].filter((element) => {
      // What scrolls may be longer than its box; what only screen readers get has no place.
      if (element.closest('.pk-hidden, .pk-timeline-axis')) return false
      const { left, right } = element.getBoundingClientRect()
      return right > box.right + 11 || left < box.left - 11
    })
    return outside.map(({ className }) => className)
  }
  expect(check()).toEqual([])
  await getByRole('button', { name: /^Transition 2, / }).click()
  expect(check()).toEqual([])
  await getByRole('button', { name: 'Show as text' }).click()
  expect(check()).toEqual([])
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(innerWidth)
})

test.each([280, 560, 900])(
  'everything that is pressed has 24 px at least, in a box of %i px',
  async (inlineSize) => {
    const { root, getByRole } = await timeline(inlineSize, board(1, 18, 1))
    await getByRole('button', { name: /^Keyframe 1 of 4/ }).click()
    await expect.element(getByRole('button', { name: 'Duplicate keyframe 1' })).toBeVisible()
    const small = [
      ...root.querySelectorAll<HTMLElement>('button, [role="slider"], input:not(.pk-hidden), textarea'),
    ]
      .map((element) => ({ element, box: element.getBoundingClientRect() }))
      .filter(({ box }) => box.width > 0 && (box.width < 24 || box.height < 24))
      .map(({ element, box }) => `${element.ariaLabel} ${box.width} × ${box.height}`)
    expect(small).toEqual([])
  },
)

test.each(['light', 'dark'])('the text view and its errors stand in nobody’s way, %s', async (theme) => {
  const { container, getByRole, getByLabelText, getByText } = await timeline(600, board(2, 3))
  container.dataset['pkTheme'] = theme
  await getByRole('button', { name: 'Show as text' }).click()
  await getByLabelText('Storyboard as text').fill('moon.jpg\n→ soon')
  await userEvent.keyboard('{Control>}{Enter}{/Control}')
  await expect.element(getByText(/^Line 2: “soon” does not begin/)).toBeVisible()
  await Promise.all(container.getAnimations({ subtree: true }).map(({ finished }) => finished))
  const { violations } = await axe.run(container)
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([])
})
