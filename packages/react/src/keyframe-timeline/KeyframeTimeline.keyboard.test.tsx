// A whole storyboard by the keyboard alone: no pointer is used in this file.
import '../styles.css'
import { emptyStoryboard, type Storyboard } from '@pika-kit/core'
import { expect, test, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { KeyframeTimeline, type KeyframeTimelineProps } from './KeyframeTimeline.tsx'

const DOT = `data:image/svg+xml,${encodeURIComponent('<svg xmlns="http://www.w3.org/2000/svg"/>')}`
const board = (...durations: number[]): Storyboard => ({
  keyframes: [...durations, 0].map((_, index) => ({
    id: 'abcde'.charAt(index),
    url: DOT,
    name: `${index}.jpg`,
  })),
  transitions: durations.map((duration) => ({ duration })),
})

async function timeline(first: Storyboard, props: Partial<KeyframeTimelineProps> = {}) {
  const onChange = vi.fn<(storyboard: Storyboard) => void>()
  const view = await render(
    <div style={{ inlineSize: 900 }}>
      <KeyframeTimeline
        defaultValue={first}
        onChange={onChange}
        upload={() => new Promise(() => {})}
        {...props}
      />
    </div>,
  )
  const newest = () => onChange.mock.lastCall?.[0] ?? first
  const spoken = () => view.getByRole('status').element().textContent?.replace('\u200b', '')
  return {
    ...view,
    newest,
    spoken,
    order: () =>
      newest()
        .keyframes.map(({ id }) => id)
        .join(''),
    durations: () => newest().transitions.map(({ duration }) => duration),
  }
}

const nameOf = (element: Element | null) => element?.getAttribute('aria-label') ?? element?.textContent ?? ''

/** Presses Tab until what has this name has the focus, at most once around the page. */
async function tabTo(name: string | RegExp) {
  for (let presses = 0; presses < 60; presses++) {
    await userEvent.tab()
    const focused = nameOf(document.activeElement)
    if (typeof name === 'string' ? focused === name : name.test(focused)) return
  }
  throw new Error(`Tab never came to ${String(name)}`)
}

test('five keyframes are made, put in order, given seconds and prompts, and one is removed and put back', async () => {
  const { newest, spoken, order, durations } = await timeline(emptyStoryboard)
  for (let place = 1; place <= 5; place++) {
    await tabTo('Add by address')
    await userEvent.keyboard('{Enter}')
    await userEvent.keyboard(`https://files.test/${place}.jpg{Enter}`)
    await expect.poll(() => newest().keyframes.length).toBe(place)
    await expect.poll(spoken).toBe(`One keyframe added. ${place} in all.`)
    await expect
      .poll(() => nameOf(document.activeElement))
      .toMatch(new RegExp(`^Keyframe ${place} of ${place}`))
  }
  const [first, second, third, fourth, fifth] = newest().keyframes.map(({ id }) => id)

  await userEvent.keyboard('{Alt>}{Home}{/Alt}')
  await expect.poll(spoken).toBe('Keyframe moved to place 1 of 5.')
  await userEvent.keyboard('{Alt>}{ArrowRight}{/Alt}')
  await expect.poll(spoken).toBe('Keyframe moved to place 2 of 5.')
  await expect.poll(order).toBe([first, fifth, second, third, fourth].join(''))

  for (const [index, seconds] of [3, 4, 6, 12].entries()) {
    await tabTo(new RegExp(`^Transition ${index + 1}`))
    await userEvent.keyboard('{F2}')
    await userEvent.keyboard(`prompt ${index + 1}{Enter}`)
    await expect.poll(() => newest().transitions[index]?.prompt).toBe(`prompt ${index + 1}`)
    await expect.poll(() => nameOf(document.activeElement)).toContain(`prompt ${index + 1}`)
    await tabTo(`Seconds of transition ${index + 1}`)
    await userEvent.keyboard(String(seconds))
    await expect.poll(() => durations()[index]).toBe(seconds)
  }
  expect(durations()).toEqual([3, 4, 6, 12])

  await tabTo(/^Keyframe 5 of 5/)
  await userEvent.keyboard('{Delete}')
  await expect.poll(spoken).toBe('Keyframe 5 removed. 4 left.')
  await expect.poll(() => nameOf(document.activeElement)).toMatch(/^Keyframe 4 of 4/)
  await tabTo(/Undo the removal/)
  await userEvent.keyboard('{Enter}')
  await expect.poll(() => newest().keyframes.length).toBe(5)
  await expect.poll(spoken).toBe('Undone.')
})

test('Escape puts a keyframe that was moved by keys back to where it was taken', async () => {
  const { order, spoken } = await timeline(board(2, 3, 4))
  await tabTo(/^Keyframe 1 of 4/)
  await userEvent.keyboard('{Alt>}{ArrowRight}{ArrowRight}{/Alt}')
  await expect.poll(order).toBe('bcad')
  await userEvent.keyboard('{Escape}')
  await expect.poll(order).toBe('abcd')
  await expect.poll(spoken).toBe('Keyframe moved to place 1 of 4.')
})

test('an edge pushes what follows; with Shift, or by the switch, the next transition gives way', async () => {
  const { durations, getByRole } = await timeline(board(2, 3, 4))
  const edge = getByRole('slider', { name: 'Seconds of transition 1' })
  await tabTo('Seconds of transition 1')
  await userEvent.keyboard('{ArrowRight}')
  await expect.poll(durations).toEqual([3, 3, 4])
  await expect.element(edge).toHaveAttribute('aria-valuemax', '18')
  await userEvent.keyboard('{Shift>}{ArrowRight}{/Shift}')
  await expect.poll(durations).toEqual([4, 2, 4])
  await tabTo('Keep the length')
  await userEvent.keyboard('{Enter}')
  await expect.element(edge).toHaveAttribute('aria-valuemax', '5')
  await tabTo('Seconds of transition 1')
  await userEvent.keyboard('{End}')
  await expect.poll(durations).toEqual([5, 1, 4])
  await userEvent.keyboard('{Shift>}{PageUp}{/Shift}')
  await expect.poll(durations).toEqual([10, 1, 4])
})

test('typed digits are one number and one step to undo, and Escape takes them back', async () => {
  const { durations, spoken } = await timeline(board(2, 3))
  await tabTo('Seconds of transition 1')
  await userEvent.keyboard('12')
  await expect.poll(durations).toEqual([12, 3])
  await userEvent.keyboard('{Escape}')
  await expect.poll(durations).toEqual([2, 3])
  await expect.poll(spoken).toBe('Taken back.')
  await userEvent.keyboard('40')
  await expect.poll(durations).toEqual([22, 3])
  await userEvent.keyboard('{Control>}z{/Control}')
  await expect.poll(durations).toEqual([2, 3])
})

test('a prompt is written in place; Escape leaves it as it was', async () => {
  const { newest, getByRole } = await timeline(board(2, 3))
  await tabTo(/^Transition 1/)
  await userEvent.keyboard('{Enter}{Enter}dusk falls{Escape}')
  await expect.poll(() => nameOf(document.activeElement)).toMatch(/^Transition 1/)
  expect(newest().transitions[0]?.prompt).toBeUndefined()
  await userEvent.keyboard('{Enter}dusk falls{Enter}')
  await expect.poll(() => newest().transitions[0]?.prompt).toBe('dusk falls')
  await expect.element(getByRole('button', { name: 'Transition 1, 2 s dusk falls' })).toHaveFocus()
})

test('the play position is sought by the ruler, an edge comes to it by P, and Space plays', async () => {
  const onTimeChange = vi.fn<(seconds: number) => void>()
  const onPlayingChange = vi.fn<(isPlaying: boolean) => void>()
  const { durations, getByRole } = await timeline(board(2, 3), { onTimeChange, onPlayingChange })
  const ruler = getByRole('slider', { name: 'Play position' })
  await tabTo('Play position')
  await userEvent.keyboard('{ArrowRight}')
  expect(onTimeChange).toHaveBeenLastCalledWith(1 / 24)
  await userEvent.keyboard('{PageUp}{PageUp}{PageUp}{PageUp}')
  await expect.element(ruler).toHaveAttribute('aria-valuetext', '4.04 of 5 seconds')
  await userEvent.keyboard(' ')
  expect(onPlayingChange).toHaveBeenLastCalledWith(true)
  await tabTo('Seconds of transition 1')
  await userEvent.keyboard('p')
  await expect.poll(durations).toEqual([4, 3])
  await tabTo(/^Keyframe 3 of 3/)
  await userEvent.keyboard('{Enter}')
  expect(onTimeChange).toHaveBeenLastCalledWith(7)
})

test('the axis is zoomed by buttons and keys, keeps the play position in view, and shows the whole again', async () => {
  const { container, getByRole, spoken } = await timeline(board(5, 6, 4, 7), {
    time: 20,
    onTimeChange: () => {},
  })
  const track = container.querySelector<HTMLElement>('.pk-timeline-track')!
  const playhead = container.querySelector<HTMLElement>('.pk-timeline-playhead')!
  const labels = () =>
    [...track.querySelectorAll('.pk-timeline-ruler span')].map(({ textContent }) => textContent)
  await expect.poll(() => track.scrollWidth - track.clientWidth).toBeLessThanOrEqual(0)
  expect(labels()).not.toContain('0.5')
  await tabTo('Zoom in')
  await userEvent.keyboard('{Enter}{Enter}{Enter}')
  await expect.poll(() => track.scrollWidth / track.clientWidth).toBeGreaterThan(3)
  await expect.poll(labels).toContain('0.5')
  const isSeen = () => {
    const [line, box] = [playhead.getBoundingClientRect(), track.getBoundingClientRect()]
    return line.left >= box.left && line.right <= box.right
  }
  await expect.poll(isSeen).toBe(true)
  await tabTo('Play position')
  await userEvent.keyboard('0')
  await expect.poll(() => track.scrollWidth - track.clientWidth).toBeLessThanOrEqual(0)
  await expect.poll(spoken).toBe('The whole is shown.')
  await userEvent.keyboard('+')
  await expect.poll(spoken).toBe('Zoomed in.')
  await expect.element(getByRole('button', { name: 'Zoom out' })).toBeEnabled()
})

test('the storyboard is read and edited as text; what is wrong is told with its line', async () => {
  const { newest, spoken, getByText, getByLabelText } = await timeline(board(2, 3))
  await tabTo('Show as text')
  await userEvent.keyboard('{Enter}')
  const field = getByLabelText('Storyboard as text')
  await expect.element(field).toHaveValue('1. 0.jpg\n→ 2 s\n2. 1.jpg\n→ 3 s\n3. 2.jpg')
  await userEvent.tab({ shift: true })
  for (let presses = 0; document.activeElement !== field.element() && presses < 20; presses++)
    await userEvent.tab({ shift: true })
  await userEvent.keyboard('{Control>}a{/Control}')
  await userEvent.keyboard('2.jpg{Enter}-> 30 s: dusk{Enter}moon.jpg')
  await userEvent.keyboard('{Control>}{Enter}{/Control}')
  await expect.element(getByText(/^Line 3: there is no keyframe “moon.jpg”/)).toBeVisible()
  await expect
    .element(getByText('Line 2: the transitions last 30 s together. 25 s are the most.'))
    .toBeVisible()
  await expect.poll(spoken).toContain('Line 3: there is no keyframe')
  expect(newest()).toEqual(board(2, 3))
  await userEvent.keyboard('{Control>}a{/Control}')
  await userEvent.keyboard('2.jpg{Enter}-> 7 s: dusk{Enter}0.jpg')
  await userEvent.keyboard('{Control>}{Enter}{/Control}')
  await expect.poll(() => newest().transitions).toEqual([{ duration: 7, prompt: 'dusk' }])
  await expect.poll(spoken).toBe('Applied: 2 keyframes, 7 seconds.')
  await expect.element(field).toHaveValue('1. 2.jpg\n→ 7 s: dusk\n2. 0.jpg')
})
