// Pictures that come: pasted and dropped, several at once, refused by name, replaced while they are on their way.
import '../styles.css'
import type { Storyboard } from '@pika-kit/core'
import { expect, test, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import type { Upload } from '../hooks/useUpload.ts'
import { dotFile } from '../story-support/pictures.ts'
import { KeyframeTimeline } from './KeyframeTimeline.tsx'

const DOT = `data:image/svg+xml,${encodeURIComponent('<svg xmlns="http://www.w3.org/2000/svg"/>')}`
const board = (...durations: number[]): Storyboard => ({
  keyframes: [...durations, 0].map((_, index) => ({ id: `k${index}`, url: DOT, name: `${index}.jpg` })),
  transitions: durations.map((duration) => ({ duration })),
})
const arrives: Upload = (file) => Promise.resolve({ url: `https://files.test/${file.name}` })

async function timeline(first: Storyboard, upload: Upload = arrives, maximumFileSize?: number) {
  const onChange = vi.fn<(storyboard: Storyboard) => void>()
  const view = await render(
    <div style={{ inlineSize: 900 }}>
      <KeyframeTimeline
        defaultValue={first}
        onChange={onChange}
        upload={upload}
        maximumFileSize={maximumFileSize}
      />
    </div>,
  )
  const newest = () => onChange.mock.lastCall?.[0] ?? first
  return {
    ...view,
    newest,
    names: () =>
      newest()
        .keyframes.map(({ name }) => name?.replace(/\.\w+$/, ''))
        .join(' '),
    spoken: () => view.getByRole('status').element().textContent?.replace('\u200b', ''),
    group: () => view.getByRole('group', { name: 'Storyboard' }).element(),
  }
}

function transferOf(files: File[]) {
  const transfer = new DataTransfer()
  for (const file of files) transfer.items.add(file)
  return transfer
}
const pasteInto = (element: Element, files: File[]) =>
  element.dispatchEvent(
    new ClipboardEvent('paste', { clipboardData: transferOf(files), bubbles: true, cancelable: true }),
  )
function drag(type: 'dragover' | 'drop', element: Element, files: File[]) {
  const box = element.getBoundingClientRect()
  element.dispatchEvent(
    new DragEvent(type, {
      dataTransfer: transferOf(files),
      clientX: box.left + box.width / 2,
      clientY: box.top + box.height / 2,
      bubbles: true,
      cancelable: true,
    }),
  )
}

test('pasted pictures go behind the selected keyframe, or into the selected transition', async () => {
  const { getByRole, group, names } = await timeline(board(2, 3))
  await getByRole('button', { name: /^Keyframe 1 of 3/ }).click()
  pasteInto(group(), [dotFile('x.png')])
  await expect.poll(names).toBe('0 x 1 2')
  await getByRole('button', { name: /^Transition 3/ }).click()
  pasteInto(group(), [dotFile('y.png')])
  await expect.poll(names).toBe('0 x 1 y 2')
})

test('several pictures are dropped between two keyframes, where the mark was, and nothing moves before', async () => {
  const { getByRole, names, container } = await timeline(board(4, 4))
  const span = getByRole('button', { name: /^Transition 1/ })
  const places = () =>
    [...container.querySelectorAll('.pk-timeline-keyframe')].map((item) => item.getBoundingClientRect().left)
  await expect.poll(() => (places()[2] ?? 0) - (places()[0] ?? 0)).toBeGreaterThan(800)
  const before = places()
  const files = [dotFile('x.png'), dotFile('y.png')]
  drag('dragover', span.element(), files)
  await expect.element(span.element().closest('li')).toHaveAttribute('data-drop', 'into')
  expect(places()).toEqual(before)
  drag('drop', span.element(), files)
  await expect.poll(names).toBe('0 x y 1 2')
  expect(container.querySelector('[data-drop]')).toBeNull()
})

test('each file that is refused is named with its reason; the others are taken', async () => {
  const { group, names, spoken, getByText, getByRole } = await timeline(board(2, 3), arrives, 3_000_000)
  pasteInto(group(), [
    new File(['x'], 'notes.txt', { type: 'text/plain' }),
    dotFile('huge.png', 4_000_000),
    dotFile('a.png'),
    dotFile('b.png'),
    dotFile('c.png'),
  ])
  await expect.poll(names).toBe('0 1 2 a b')
  await expect
    .element(getByText('notes.txt is text/plain: send PNG, JPEG, WebP, GIF or AVIF.', { exact: true }))
    .toBeVisible()
  await expect
    .element(getByText('huge.png has 3.9 MB, and 2.9 MB is the limit for an image.', { exact: true }))
    .toBeVisible()
  await expect
    .element(getByText('c.png was left out: five keyframes are the most.', { exact: true }))
    .toBeVisible()
  expect(spoken()).toContain('notes.txt is text/plain: send PNG, JPEG, WebP, GIF or AVIF.')
  expect(spoken()).toContain('2 keyframes added. 5 in all.')
  await getByRole('button', { name: 'Close' }).click()
  await expect
    .element(getByText('notes.txt is text/plain: send PNG, JPEG, WebP, GIF or AVIF.', { exact: true }))
    .not.toBeInTheDocument()
})

test('a page that is called a picture is found out, and said at its keyframe', async () => {
  const { group, getByRole, newest } = await timeline(board(2))
  pasteInto(group(), [new File(['<!doctype html>'], 'cat.png', { type: 'image/png' })])
  await expect
    .element(
      getByRole('button', { name: /^Keyframe 3 .* did not arrive\. cat\.png is text\/html: send PNG/ }),
    )
    .toBeVisible()
  expect(newest().keyframes[2]?.url).toBeNull()
})

test('a picture is replaced while it uploads: each address finds its own picture, and undo brings the first back', async () => {
  const uploads = new Map<string, () => void>()
  const { getByRole, getByLabelText, group, newest, spoken } = await timeline(board(2), (file) => {
    const { promise, resolve } = Promise.withResolvers<{ url: string }>()
    uploads.set(file.name, () => resolve({ url: `https://files.test/${file.name}` }))
    return promise
  })
  pasteInto(group(), [dotFile('first.png')])
  await getByRole('button', { name: /^Keyframe 3 of 3/ }).click()
  await userEvent.upload(getByLabelText('Replace keyframe 3').first(), dotFile('second.png'))
  await expect.poll(spoken).toBe('Keyframe 3 replaced.')
  await expect.poll(() => uploads.size).toBe(2)
  uploads.get('second.png')?.()
  await expect.poll(() => newest().keyframes[2]?.url).toBe('https://files.test/second.png')
  uploads.get('first.png')?.()
  await expect.element(getByRole('progressbar')).not.toBeInTheDocument()
  expect(newest().keyframes[2]?.url).toBe('https://files.test/second.png')
  await getByRole('button', { name: 'Undo' }).click()
  await expect.poll(() => newest().keyframes[2]?.url).toBe('https://files.test/first.png')
})

test('the plus of a transition puts pictures into it, and an address is pasted too', async () => {
  const { getByLabelText, names, newest, group } = await timeline(board(4, 4))
  await userEvent.upload(getByLabelText('Insert pictures into transition 2').first(), [dotFile('x.png')])
  await expect.poll(names).toBe('0 1 x 2')
  const clipboardData = new DataTransfer()
  clipboardData.setData('text/plain', 'https://other.test/z.jpg')
  group().dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  await expect.poll(() => newest().keyframes.at(-1)?.url).toBe('https://other.test/z.jpg')
})
