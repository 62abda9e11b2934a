import '../styles.css'
import { pikaOperations, type Storyboard, toPikaframesInput } from '@pika-kit/core'
import axe from 'axe-core'
import { useState } from 'react'
import { expect, test, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import type { Upload } from '../hooks/useUpload.ts'
import { dotFile } from '../story-support/pictures.ts'
import { KeyframeTimeline } from './KeyframeTimeline.tsx'

const pikaframes = pikaOperations.find(({ id }) => id === 'PIKAFRAMES')!
const PIXEL =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='
const storyboard = (...durations: number[]): Storyboard => ({
  keyframes: [...durations, 0].map((_, index) => ({ id: `k${index}`, url: `${PIXEL}#${index}` })),
  transitions: durations.map((duration) => ({ duration })),
})
const arrives: Upload = (file) => Promise.resolve({ url: `https://files.test/${file.name}` })

function timeline(first: Storyboard, upload: Upload = arrives) {
  const onChange = vi.fn<(storyboard: Storyboard) => void>()
  function App() {
    const [value, setValue] = useState(first)
    const change = (next: Storyboard) => {
      onChange(next)
      setValue(next)
    }
    const parsed = pikaframes.parse(toPikaframesInput(value))
    return (
      <KeyframeTimeline
        style={{ inlineSize: 900 }}
        value={value}
        onChange={change}
        upload={upload}
        issues={parsed.ok ? [] : parsed.issues}
      />
    )
  }
  const newest = () => onChange.mock.lastCall?.[0] ?? first
  return {
    view: render(<App />),
    order: () =>
      newest()
        .keyframes.map(({ id }) => id)
        .join(' '),
    durations: () => newest().transitions.map(({ duration }) => duration),
    newest,
  }
}

function pasteInto(element: Element, files: File[]) {
  const clipboardData = new DataTransfer()
  for (const file of files) clipboardData.items.add(file)
  element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
}

test('keyframes stand at their second', async () => {
  const view = await timeline(storyboard(2, 3)).view
  const left = (place: number) =>
    view
      .getByRole('button', { name: new RegExp(`^Keyframe ${place} of 3`) })
      .element()
      .getBoundingClientRect().left
  await expect.poll(() => Math.round(((left(2) - left(1)) / (left(3) - left(1))) * 100)).toBe(40)
})

test('a keyframe is moved by keyboard, keeps the focus, and its new place is spoken', async () => {
  const { view, order } = timeline(storyboard(2, 3))
  const { getByRole } = await view
  await getByRole('button', { name: /^Keyframe 1 of 3/ }).click()
  await userEvent.keyboard('{Alt>}{ArrowRight}{/Alt}')
  await expect.poll(order).toBe('k1 k0 k2')
  await expect
    .poll(() => getByRole('status').element().textContent)
    .toContain('Keyframe moved to place 2 of 3.')
  await expect.element(getByRole('button', { name: /^Keyframe 2 of 3/ })).toHaveFocus()
  await userEvent.keyboard('{Alt>}{ArrowRight}{/Alt}')
  await expect.poll(order).toBe('k1 k2 k0')
  await userEvent.keyboard('{Control>}z{/Control}')
  await expect.poll(order).toBe('k1 k0 k2')
})

test('the edge of a transition is a slider that stops at the budget', async () => {
  const { view, durations } = timeline(storyboard(2, 3))
  const { getByRole } = await view
  const edge = getByRole('slider', { name: 'Seconds of transition 1' })
  ;(edge.element() as HTMLElement).focus()
  await userEvent.keyboard('{ArrowRight}')
  await expect.element(edge).toHaveAttribute('aria-valuetext', '3 seconds, 6 of 25 used')
  await userEvent.keyboard('{End}')
  await expect.poll(durations).toEqual([22, 3])
  await userEvent.keyboard('{Home}')
  await expect.poll(durations).toEqual([1, 3])
})

test('the edge follows the pointer in whole seconds, and one undo takes the drag back', async () => {
  const { view, durations } = timeline(storyboard(2, 3))
  const { getByRole } = await view
  const edge = getByRole('slider', { name: 'Seconds of transition 1' }).element() as HTMLElement
  // A synthetic pointer cannot be captured.
  edge.setPointerCapture = () => undefined
  const leftOf = (place: number) =>
    getByRole('button', { name: new RegExp(`^Keyframe ${place} of 3`) })
      .element()
      .getBoundingClientRect().left
  const scale = (leftOf(3) - leftOf(1)) / 5
  const at = (type: string, x: number) =>
    edge.dispatchEvent(
      new PointerEvent(type, { clientX: x, button: 0, pointerId: 1, bubbles: true, cancelable: true }),
    )
  at('pointerdown', 300)
  at('pointermove', 300 + scale)
  await expect.poll(durations).toEqual([3, 3])
  at('pointermove', 300 + 2.1 * scale)
  await expect.poll(durations).toEqual([4, 3])
  at('pointerup', 300 + 2.1 * scale)
  await getByRole('button', { name: 'Undo' }).click()
  await expect.poll(durations).toEqual([2, 3])
})

test('seconds and a prompt are typed for the selected transition', async () => {
  const { view, newest } = timeline(storyboard(2, 3))
  const { getByRole, getByLabelText } = await view
  await getByRole('button', { name: /^Transition 2/ }).click()
  await getByRole('spinbutton').fill('7')
  await getByLabelText('Prompt of transition 2').fill('dusk falls')
  await expect
    .poll(() => newest().transitions)
    .toEqual([{ duration: 2 }, { duration: 7, prompt: 'dusk falls' }])
})

test('pictures are pasted several at once and uploaded; a sixth is left out', async () => {
  const { view, newest } = timeline(storyboard(2, 3))
  const { getByRole } = await view
  pasteInto(
    getByRole('group', { name: 'Storyboard' }).element(),
    ['a.png', 'b.png', 'c.png'].map((name) => dotFile(name)),
  )
  await expect
    .poll(() =>
      newest()
        .keyframes.slice(3)
        .map(({ url }) => url),
    )
    .toEqual(['https://files.test/a.png', 'https://files.test/b.png'])
  await expect.poll(() => getByRole('status').element().textContent).toContain('2 keyframes added. 5 in all.')
})

test('a keyframe added to a storyboard that was opened again gets an id of its own', async () => {
  const first = timeline({ keyframes: [], transitions: [] })
  const view = await first.view
  pasteInto(view.getByRole('group', { name: 'Storyboard' }).element(), [dotFile('a.png')])
  await expect.poll(() => first.newest().keyframes.length).toBe(1)
  await view.unmount()
  const second = timeline(first.newest())
  const { getByRole } = await second.view
  pasteInto(getByRole('group', { name: 'Storyboard' }).element(), [dotFile('b.png')])
  await expect.poll(() => new Set(second.newest().keyframes.map(({ id }) => id)).size).toBe(2)
})

test('progress, failure and retry of an upload stand on the keyframe', async () => {
  const attempts: { progress(part: number): void; fail(error: Error): void; finish(): void }[] = []
  const { view, newest } = timeline(storyboard(2), (file, options) => {
    const { promise, resolve, reject } = Promise.withResolvers<{ url: string }>()
    attempts.push({
      progress: (part) => options?.onProgress?.(part),
      fail: reject,
      finish: () => resolve({ url: `https://files.test/${file.name}` }),
    })
    return promise
  })
  const { getByRole } = await view
  pasteInto(getByRole('group', { name: 'Storyboard' }).element(), [dotFile('a.png')])
  await expect.poll(() => attempts.length).toBe(1)
  attempts[0]?.progress(0.4)
  await expect.element(getByRole('progressbar')).toHaveAttribute('aria-valuenow', '40')
  attempts[0]?.fail(new Error('The storage is full.'))
  await getByRole('button', { name: 'Upload keyframe 3 again' }).click()
  await expect.poll(() => attempts.length).toBe(2)
  attempts[1]?.finish()
  await expect.poll(() => newest().keyframes[2]?.url).toBe('https://files.test/a.png')
})

test.each(['light', 'dark'])('nothing stands in the way of assistive technology, %s', async (theme) => {
  const view = await timeline(storyboard(2, 3, 1)).view
  view.container.dataset['pkTheme'] = theme
  view.container.style.background = 'var(--pk-panel)'
  await view.getByRole('button', { name: /^Transition 2/ }).click()
  // Colours that are still on their way are nobody's colours.
  await Promise.all(view.container.getAnimations({ subtree: true }).map(({ finished }) => finished))
  const { violations } = await axe.run(view.container)
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([])
})

test('a keyframe that was removed while it uploads comes back whole by undo', async () => {
  const { promise, resolve } = Promise.withResolvers<{ url: string }>()
  const { view, newest } = timeline(storyboard(2), () => promise)
  const { getByRole } = await view
  pasteInto(getByRole('group', { name: 'Storyboard' }).element(), [dotFile('a.png')])
  await getByRole('button', { name: /^Keyframe 3 of 3/ }).click()
  await userEvent.keyboard('{Delete}')
  await expect.poll(() => newest().keyframes.length).toBe(2)
  await getByRole('button', { name: 'Undo' }).click()
  resolve({ url: 'https://files.test/a.png' })
  await expect.poll(() => newest().keyframes[2]?.url).toBe('https://files.test/a.png')
})

test('the undo of a removal is offered until something else is changed', async () => {
  const { view, durations, order } = timeline(storyboard(2, 3))
  const { getByRole } = await view
  const remove = async () => {
    await getByRole('button', { name: /^Keyframe 3 of 3/ }).click()
    await userEvent.keyboard('{Delete}')
    await expect.element(getByRole('button', { name: 'Undo the removal' })).toBeVisible()
  }
  await remove()
  await getByRole('button', { name: 'Undo the removal' }).click()
  await expect.poll(order).toBe('k0 k1 k2')
  await remove()
  ;(getByRole('slider', { name: 'Seconds of transition 1' }).element() as HTMLElement).focus()
  await userEvent.keyboard('{ArrowRight}')
  await expect.poll(durations).toEqual([3])
  await expect.element(getByRole('button', { name: 'Undo the removal' })).not.toBeInTheDocument()
})

test('a keyframe is duplicated behind itself, and that is spoken', async () => {
  const { view, newest } = timeline(storyboard(2, 3))
  const { getByRole } = await view
  await getByRole('button', { name: /^Keyframe 1 of 3/ }).click()
  await getByRole('button', { name: 'Duplicate keyframe 1' }).click()
  await expect.poll(() => newest().keyframes.map(({ url }) => url?.at(-1))).toEqual(['0', '0', '1', '2'])
  expect(new Set(newest().keyframes.map(({ id }) => id)).size).toBe(4)
  await expect
    .poll(() => getByRole('status').element().textContent)
    .toContain('Keyframe 1 duplicated. 4 in all.')
})

test('undo by keyboard works inside of the field of seconds', async () => {
  const { view, durations } = timeline(storyboard(2, 3))
  const { getByRole } = await view
  await getByRole('button', { name: /^Transition 1/ }).click()
  await getByRole('spinbutton').fill('7')
  await expect.poll(durations).toEqual([7, 3])
  await userEvent.keyboard('{Control>}z{/Control}')
  await expect.poll(durations).toEqual([2, 3])
  await expect.element(getByRole('spinbutton')).toHaveValue(2)
})

test('the kept storyboard is there after a reload; one that cannot be read is left alone', async () => {
  const storageKey = 'test storyboard'
  const onChange = vi.fn<(storyboard: Storyboard) => void>()
  const app = () => render(<KeyframeTimeline upload={arrives} storageKey={storageKey} onChange={onChange} />)
  try {
    for (const broken of ['{', '{"imageUrls":["a","b"],"transitions":[{"duration":"long"}]}', '7']) {
      localStorage.setItem(storageKey, broken)
      const view = await app()
      await expect.element(view.getByText('Drop two to five pictures here')).toBeVisible()
      await view.unmount()
    }
    const first = await app()
    pasteInto(
      first.getByRole('group', { name: 'Storyboard' }).element(),
      ['a.png', 'b.png'].map((name) => dotFile(name)),
    )
    await expect.poll(() => onChange.mock.lastCall?.[0].keyframes.every(({ url }) => url)).toBe(true)
    await first.unmount()
    onChange.mockClear()
    const second = await app()
    await expect.element(second.getByRole('button', { name: /^Keyframe 2 of 2, at 5 s/ })).toBeVisible()
    expect(onChange.mock.lastCall?.[0].keyframes.map(({ url }) => url)).toEqual([
      'https://files.test/a.png',
      'https://files.test/b.png',
    ])
  } finally {
    localStorage.removeItem(storageKey)
  }
})
