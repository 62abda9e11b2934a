// Pictures that come by every way, on their way, and when they go: what is refused, said, sent and let go of.
import '../styles.css'
import { describeMediaProblem } from '@pika-kit/core'
import axe from 'axe-core'
import { useState } from 'react'
import { afterEach, expect, test, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import type { Upload, UploadOptions } from '../hooks/useUpload.ts'
import { storyFile, storyPicture } from '../story-support/pictures.ts'
import { MediaInput } from './MediaInput.tsx'

const PICTURE = storyPicture(200)
const OTHER = storyPicture(20)
const arrives: Upload = (file) => Promise.resolve({ url: `https://files.test/${file.name}` })

/** An upload that the test ends. */
function heldUpload() {
  const calls: { file: File; options: UploadOptions; arrive(): void; fail(why: string): void }[] = []
  const upload: Upload = (file, options = {}) =>
    new Promise((resolve, reject) => {
      calls.push({
        file,
        options,
        arrive: () => resolve({ url: `https://files.test/${file.name}` }),
        fail: (why) => reject(new Error(why)),
      })
    })
  return { upload, calls }
}

function transferOf(files: File[], text?: string) {
  const transfer = new DataTransfer()
  for (const file of files) transfer.items.add(file)
  if (text !== undefined) transfer.setData('text/plain', text)
  return transfer
}
const dragEvent = (type: string, dataTransfer: DataTransfer, at?: Element) => {
  const box = at?.getBoundingClientRect()
  return new DragEvent(type, {
    dataTransfer,
    bubbles: true,
    cancelable: true,
    ...(box && { clientX: box.right - 4, clientY: box.top + box.height / 2 }),
  })
}
const group = () => document.querySelector('.pk-media') as HTMLElement
const spoken = () => group().querySelector('[role="status"]')?.textContent?.replace('\u200b', '')
const fileInput = () => group().querySelector<HTMLInputElement>('input[type="file"]')!
const page = () => new File(['<!doctype html><p>No picture'], 'cat.png', { type: 'image/png' })

afterEach(() => {
  document.documentElement.dir = 'ltr'
  delete document.documentElement.dataset['pkTheme']
})

test('a dropped picture is sent with the type that its bytes show, and its arrival is spoken', async () => {
  const onChange = vi.fn<(url: string | null) => void>()
  const { upload, calls } = heldUpload()
  await render(<MediaInput kind="image" label="Image" upload={upload} onChange={onChange} />)
  const nameless = new File([await storyFile().arrayBuffer()], 'heron')
  group().dispatchEvent(dragEvent('drop', transferOf([nameless])))
  await expect.poll(() => calls.length).toBe(1)
  expect(calls[0]?.file).toMatchObject({ name: 'heron', type: 'image/jpeg' })
  expect(onChange).not.toHaveBeenCalled()
  calls[0]?.arrive()
  await expect.poll(spoken).toBe('heron has arrived.')
  expect(onChange).toHaveBeenCalledExactlyOnceWith('https://files.test/heron')
})

test('what cannot be taken is refused by name in the words of the server, and what is there stays', async () => {
  const onChange = vi.fn<(url: string | null) => void>()
  const { getByText, getByRole } = await render(
    <MediaInput kind="image" label="Image" upload={arrives} defaultValue={PICTURE} onChange={onChange} />,
  )
  const refuse = async (file: File, problem: Parameters<typeof describeMediaProblem>[0]) => {
    group().dispatchEvent(dragEvent('drop', transferOf([file])))
    await expect
      .element(getByText(`${file.name} ${describeMediaProblem(problem)}.`, { exact: true }))
      .toBeVisible()
  }
  await refuse(page(), { code: 'WRONG_TYPE', type: 'text/html', kind: 'image' })
  await refuse(new File([], 'empty.png', { type: 'image/png' }), { code: 'EMPTY' })
  const bytes = await storyFile().arrayBuffer()
  await refuse(new File([bytes.slice(0, 300)], 'cut.jpg', { type: 'image/jpeg' }), { code: 'UNREADABLE' })
  const large = new File([bytes, new Uint8Array(32 * 1024 ** 2)], 'large.jpg', { type: 'image/jpeg' })
  await refuse(large, { code: 'TOO_LARGE', bytes: large.size, limit: 32 * 1024 ** 2, kind: 'image' })
  expect(onChange).not.toHaveBeenCalled()
  await getByRole('button', { name: 'Close' }).click()
  await expect.poll(() => group().querySelectorAll('.pk-issue').length).toBe(0)
  await expect.poll(() => group().dataset['invalid']).toBeUndefined()
})

test('an upload shows the bytes that were sent, and Cancel ends it', async () => {
  const onChange = vi.fn<(url: string | null) => void>()
  const { upload, calls } = heldUpload()
  const { getByRole } = await render(
    <MediaInput kind="image" label="Image" upload={upload} onChange={onChange} />,
  )
  await userEvent.upload(fileInput(), storyFile())
  await expect.poll(() => calls.length).toBe(1)
  calls[0]?.options.onProgress?.(0.5)
  await expect
    .element(getByRole('progressbar', { name: 'picture.png uploads, 50% of its bytes sent' }))
    .toHaveAttribute('aria-valuenow', '50')
  await getByRole('button', { name: 'Cancel' }).click()
  expect(calls[0]?.options.signal?.aborted).toBe(true)
  await expect.element(getByRole('button', { name: 'Choose a file' })).toHaveFocus()
  expect(onChange).not.toHaveBeenCalled()
})

test('the focus goes on to what is done next, when the button that had it is gone', async () => {
  const { upload, calls } = heldUpload()
  const { getByRole } = await render(<MediaInput kind="image" label="Image" upload={upload} />)
  ;(getByRole('button', { name: 'Choose a file' }).element() as HTMLElement).focus()
  // As after a choice: the dialog of the browser gives the focus back to the button.
  group().dispatchEvent(dragEvent('drop', transferOf([storyFile()])))
  await expect.element(getByRole('button', { name: 'Cancel' })).toHaveFocus()
  calls[0]?.arrive()
  await expect.element(getByRole('button', { name: 'Replace' })).toHaveFocus()
})

test('a replacement that fails is tried again with the same file, or gives back what was there', async () => {
  const onChange = vi.fn<(url: string | null) => void>()
  const { upload, calls } = heldUpload()
  const { getByRole, getByText } = await render(
    <MediaInput kind="image" label="Image" upload={upload} defaultValue={PICTURE} onChange={onChange} />,
  )
  await userEvent.upload(fileInput(), storyFile())
  await expect.poll(() => calls.length).toBe(1)
  calls[0]?.fail('The line is cut.')
  await expect
    .element(getByText('picture.png did not arrive. The line is cut.', { exact: true }))
    .toBeVisible()
  await getByRole('button', { name: 'Try again' }).click()
  await expect.poll(() => calls.length).toBe(2)
  expect(calls[1]?.file).toBe(calls[0]?.file)
  calls[1]?.fail('Again.')
  await getByRole('button', { name: 'Put the earlier one back: Image' }).click()
  expect(onChange).toHaveBeenLastCalledWith(PICTURE)
  await expect.poll(() => group().querySelector('img')?.src).toBe(PICTURE)
})

test('another value from outside ends what is on its way', async () => {
  const { upload, calls } = heldUpload()
  function App() {
    const [value, setValue] = useState<string | null>(null)
    return (
      <>
        <MediaInput kind="image" label="Image" upload={upload} value={value} onChange={setValue} />
        <button type="button" onClick={() => setValue(OTHER)}>
          Sample
        </button>
      </>
    )
  }
  const { getByRole } = await render(<App />)
  await userEvent.upload(fileInput(), storyFile())
  await expect.poll(() => calls.length).toBe(1)
  await getByRole('button', { name: 'Sample' }).click()
  await expect.poll(() => group().querySelector('img')?.src).toBe(OTHER)
  expect(calls[0]?.options.signal?.aborted).toBe(true)
  calls[0]?.arrive()
  await expect.poll(() => group().dataset['state']).toBe('filled')
  expect(group().querySelector('img')?.src).toBe(OTHER)
})

test('pictures that left, and all of them at the end, are let go of', async () => {
  const alive = new Set<string>()
  const create = vi.spyOn(URL, 'createObjectURL').mockImplementation(() => {
    const url = `blob:${alive.size}-${Math.random()}`
    alive.add(url)
    return url
  })
  const revoke = vi.spyOn(URL, 'revokeObjectURL').mockImplementation((url) => void alive.delete(url))
  try {
    const { unmount, getByRole } = await render(
      <MediaInput kind="image" label="Images" multiple upload={arrives} />,
    )
    await userEvent.upload(fileInput(), [storyFile('a.jpg'), storyFile('b.jpg')])
    await expect.poll(() => alive.size).toBe(2)
    await getByRole('button', { name: 'Remove: 1, a.jpg' }).click()
    // The one that was removed can be put back, until something else happens.
    expect(alive.size).toBe(2)
    await getByRole('button', { name: 'Remove: 1, b.jpg' }).click()
    await expect.poll(() => alive.size).toBe(1)
    await unmount()
    expect(alive.size).toBe(0)
  } finally {
    create.mockRestore()
    revoke.mockRestore()
  }
})

test('several: moved by keys in both directions of writing, each move spoken, the focus stays', async () => {
  const onChange = vi.fn<(urls: readonly string[]) => void>()
  const urls = ['a', 'b', 'c'].map((name) => `https://files.test/${name}.png`)
  const { getByRole } = await render(
    <MediaInput
      kind="image"
      label="Images"
      multiple
      upload={arrives}
      defaultValue={urls}
      onChange={onChange}
    />,
  )
  const names = () => onChange.mock.lastCall?.[0].map((url) => url.at(-5)).join('')
  const later = getByRole('button', { name: 'Move later: 1, a.png' })
  ;(later.element() as HTMLElement).focus()
  await userEvent.keyboard('{Alt>}{ArrowRight}{/Alt}')
  expect(names()).toBe('bac')
  await expect.poll(spoken).toBe('a.png moved to place 2 of 3.')
  await expect.element(getByRole('button', { name: 'Move later: 2, a.png' })).toHaveFocus()
  await userEvent.keyboard('{Alt>}{End}{/Alt}')
  expect(names()).toBe('bca')
  document.documentElement.dir = 'rtl'
  await userEvent.keyboard('{Alt>}{ArrowRight}{/Alt}')
  expect(names()).toBe('bac')
  await userEvent.keyboard('{Delete}')
  expect(names()).toBe('bc')
  await expect.poll(spoken).toBe('a.png removed. 2 left.')
  await expect.element(getByRole('button', { name: 'Remove: 2, c.png' })).toHaveFocus()
  await getByRole('button', { name: 'Undo' }).click()
  expect(names()).toBe('bac')
})

test('several: dropped at once they keep their order, and what finds no room is named', async () => {
  const onChange = vi.fn<(urls: readonly string[]) => void>()
  const { upload, calls } = heldUpload()
  const { getByText } = await render(
    <MediaInput kind="image" label="Images" multiple maximumItems={2} upload={upload} onChange={onChange} />,
  )
  group().dispatchEvent(
    dragEvent('drop', transferOf([storyFile('a.jpg'), page(), storyFile('b.jpg'), storyFile('c.jpg')])),
  )
  await expect.poll(() => calls.map(({ file }) => file.name)).toEqual(['a.jpg', 'b.jpg'])
  await expect.element(getByText('c.jpg was left out: 2 are the most.', { exact: true })).toBeVisible()
  await expect.element(getByText(/^cat\.png is text\/html/)).toBeVisible()
  calls[1]?.arrive()
  await expect.poll(() => onChange.mock.lastCall?.[0]).toEqual(['https://files.test/b.jpg'])
  calls[0]?.arrive()
  await expect
    .poll(() => onChange.mock.lastCall?.[0])
    .toEqual(['https://files.test/a.jpg', 'https://files.test/b.jpg'])
  expect(document.querySelector('.pk-media-sources')).toBeNull()
})

test('what finds no room is named: a second file where one may be, an address where the list is full', async () => {
  const { getByText, rerender } = await render(<MediaInput kind="image" label="Image" upload={arrives} />)
  group().dispatchEvent(dragEvent('drop', transferOf([storyFile('a.jpg'), storyFile('b.jpg')])))
  await expect.element(getByText('b.jpg was left out: one is the most.', { exact: true })).toBeVisible()
  await rerender(
    <MediaInput
      key="list"
      kind="image"
      label="List"
      multiple
      maximumItems={1}
      upload={arrives}
      defaultValue={[PICTURE]}
    />,
  )
  const clipboardData = transferOf([], 'https://files.test/late.png')
  group().dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  await expect.element(getByText('late.png was left out: one is the most.', { exact: true })).toBeVisible()
  expect(spoken()).toBe('')
})

test('several: a tile is carried to another place', async () => {
  const onChange = vi.fn<(urls: readonly string[]) => void>()
  const urls = [PICTURE, OTHER, storyPicture(90)]
  await render(
    <MediaInput
      kind="image"
      label="Images"
      multiple
      upload={arrives}
      defaultValue={urls}
      onChange={onChange}
    />,
  )
  const tiles = () => [...document.querySelectorAll<HTMLElement>('.pk-media-tile')]
  const transfer = new DataTransfer()
  tiles()[0]?.dispatchEvent(dragEvent('dragstart', transfer))
  await expect.element(tiles()[0]!).toHaveAttribute('data-dragging')
  tiles()[2]?.dispatchEvent(dragEvent('dragover', transfer, tiles()[2]))
  await expect.element(tiles()[2]!).toHaveAttribute('data-drop', 'after')
  expect(group().dataset['over']).toBeUndefined()
  tiles()[2]?.dispatchEvent(dragEvent('drop', transfer, tiles()[2]))
  await expect.poll(() => onChange.mock.lastCall?.[0]).toEqual([urls[1], urls[2], urls[0]])
})

test('what is held over it is said to be wanted or not', async () => {
  await render(<MediaInput kind="video" label="Clip" upload={arrives} />)
  const hold = (file: File) => group().dispatchEvent(dragEvent('dragover', transferOf([file])))
  hold(new File(['x'], 'a.png', { type: 'image/png' }))
  await expect.poll(() => group().dataset['over']).toBe('reject')
  expect(spoken()).toBe('That is not a video')
  hold(new File(['x'], 'a.mp4', { type: 'video/mp4' }))
  await expect.poll(spoken).toBe('Let go to add it')
  // From the field into one of its children: still over it.
  group().dispatchEvent(
    new DragEvent('dragleave', { bubbles: true, relatedTarget: group().querySelector('.pk-media-box') }),
  )
  expect(group().dataset['over']).toBe('accept')
  group().dispatchEvent(new DragEvent('dragleave', { bubbles: true, relatedTarget: document.body }))
  await expect.poll(() => group().dataset['over']).toBeUndefined()
})

test('an address is pasted anywhere in the field, and one that is none is said to be wrong', async () => {
  const onChange = vi.fn<(url: string | null) => void>()
  const { getByRole, getByText } = await render(
    <MediaInput kind="image" label="Image" upload={arrives} onChange={onChange} />,
  )
  const paste = (text: string) =>
    group().dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: transferOf([], text), bubbles: true, cancelable: true }),
    )
  paste('data:video/mp4;base64,AAAA')
  await expect.element(getByText(/is a data URI, but not of an image/)).toBeVisible()
  const field = getByRole('textbox', { name: 'Image: Address' })
  await field.fill('ftp://files.test/a.png')
  await userEvent.keyboard('{Enter}')
  await expect.element(field).toHaveAccessibleDescription(/must be an http\(s\) URL/)
  expect(onChange).not.toHaveBeenCalled()
  paste(PICTURE)
  expect(onChange).toHaveBeenCalledExactlyOnceWith(PICTURE)
})

test('a native form waits for an upload, asks for what is required, sends the address, and resets', async () => {
  const { upload, calls } = heldUpload()
  const sent = vi.fn<(urls: unknown) => void>()
  const { getByRole, getByText } = await render(
    <form
      onSubmit={(event) => {
        event.preventDefault()
        sent(new FormData(event.currentTarget).getAll('image'))
      }}
    >
      <MediaInput kind="image" label="Image" name="image" isRequired upload={upload} />
      <button type="submit">Send</button>
      <button type="reset">Reset</button>
    </form>,
  )
  const send = () => getByRole('button', { name: 'Send' }).click()
  await send()
  await expect.element(getByText('Image: required', { exact: true })).toBeVisible()
  await expect.element(getByRole('button', { name: 'Choose a file' })).toHaveFocus()
  await userEvent.upload(fileInput(), storyFile())
  await expect.poll(() => calls.length).toBe(1)
  await send()
  await expect
    .element(getByText('Image: wait until it has arrived, or cancel it', { exact: true }))
    .toBeVisible()
  expect(sent).not.toHaveBeenCalled()
  calls[0]?.arrive()
  await expect.poll(() => group().dataset['state']).toBe('filled')
  await send()
  expect(sent).toHaveBeenCalledExactlyOnceWith(['https://files.test/picture.png'])
  await getByRole('button', { name: 'Reset' }).click()
  await expect.poll(() => group().dataset['state']).toBe('empty')
})

test('disabled or read-only it takes nothing, and the browser does not open what is dropped', async () => {
  for (const fixed of [{ isDisabled: true }, { isReadOnly: true }]) {
    const onChange = vi.fn<(url: string | null) => void>()
    const { unmount } = await render(
      <MediaInput kind="image" label="Image" upload={arrives} onChange={onChange} {...fixed} />,
    )
    const drop = dragEvent('drop', transferOf([storyFile()]))
    group().dispatchEvent(drop)
    expect(drop.defaultPrevented).toBe(true)
    for (const button of group().querySelectorAll('button')) expect(button.disabled).toBe(true)
    expect(onChange).not.toHaveBeenCalled()
    await unmount()
  }
})

test.each(['light', 'dark'])('axe finds nothing, %s', async (theme) => {
  document.documentElement.dataset['pkTheme'] = theme
  const { container } = await render(
    <div style={{ background: 'var(--pk-panel)' }}>
      <MediaInput kind="image" label="Empty" upload={arrives} isRequired description="First frame." />
      <MediaInput kind="image" label="Filled" upload={arrives} defaultValue={PICTURE} issue="is too small" />
      <MediaInput
        kind="image"
        label="Several"
        multiple
        upload={arrives}
        defaultValue={[PICTURE, OTHER]}
        itemIssues={['cannot be reached']}
      />
    </div>,
  )
  await expect.poll(() => container.querySelectorAll('.pk-media-details .pk-hint').length).toBe(3)
  const { violations } = await axe.run(container, {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    rules: { region: { enabled: false } },
  })
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
})
