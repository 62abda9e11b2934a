import '../styles.css'
import { afterEach, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import type { Upload } from '../hooks/useUpload.ts'
import { storyFile } from '../story-support/pictures.ts'
import { storyteller } from '../story-support/storyteller.ts'
import { button, form, image, operation, spoken, summary } from '../test-support/operation-form.tsx'
import type { FormValue } from './formValue.ts'

const uploads: { finish(url: string): void; fail(why: string): void }[] = []
const upload: Upload = () =>
  new Promise((resolve, reject) =>
    uploads.push({ finish: (url) => resolve({ url }), fail: (why) => reject(new Error(why)) }),
  )
afterEach(() => void uploads.splice(0))
const choose = (name: string) => userEvent.upload(page.getByLabelText(name).first(), storyFile())

test('files that are on their way are waited for, and then nothing is wrong any more', async () => {
  const { element, onGenerate } = form({
    operation: operation('IMAGE_TO_VIDEO'),
    defaultValue: { prompt: 'a' },
    upload,
  })
  await render(element)
  await choose('Image: Choose a file')
  await expect.poll(() => uploads.length).toBe(1)
  await userEvent.click(button())
  await expect.element(page.getByRole('button', { name: 'Image: has not been uploaded yet' })).toBeVisible()
  expect(onGenerate).not.toHaveBeenCalled()
  uploads[0]?.finish(image('a'))
  await expect.element(summary('One thing needs another look')).not.toBeInTheDocument()
  await userEvent.click(button())
  expect(onGenerate).toHaveBeenCalledExactlyOnceWith({ imageUrl: image('a'), prompt: 'a' })
})

test('files that did not arrive are not left out silently, also where the field may be left out', async () => {
  const { element, onGenerate } = form({
    operation: operation('PIKASWAPS'),
    defaultValue: { videoUrl: 'https://videos.test/a.mp4', prompt: 'a fox' },
    upload,
  })
  await render(element)
  await choose('Replacement: Choose a file')
  await expect.poll(() => uploads.length).toBe(1)
  uploads[0]?.fail('The storage is full.')
  await expect.element(page.getByText(/The storage is full/).first()).toBeInTheDocument()
  await userEvent.click(button())
  await userEvent.click(page.getByRole('button', { name: 'Replacement: has not been uploaded yet' }))
  expect(onGenerate).not.toHaveBeenCalled()
  await userEvent.click(page.getByRole('button', { name: 'Try again' }))
  await expect.poll(() => uploads.length).toBe(2)
  uploads[1]?.finish(image('fox'))
  await expect.element(summary('One thing needs another look')).not.toBeInTheDocument()
  await userEvent.click(button())
  expect(onGenerate).toHaveBeenCalledExactlyOnceWith({
    videoUrl: 'https://videos.test/a.mp4',
    prompt: 'a fox',
    imageUrl: image('fox'),
  })
})

test('files that arrive in a list of groups come to their own, also when one before them was removed', async () => {
  let value: FormValue = {}
  const { element } = form({
    operation: storyteller,
    defaultValue: { scenes: [{ imageUrl: image('a'), words: 'One' }] },
    upload,
    onChange: (next) => (value = next),
  })
  await render(element)
  await userEvent.click(page.getByRole('button', { name: 'Add one more' }))
  await expect.element(spoken('Scene 2 added.')).toBeInTheDocument()
  await userEvent.click(page.getByRole('button', { name: 'Add one more' }))
  const scene = (place: number) => page.getByRole('group', { name: `Scene ${place}` })
  const chooseIn = (place: number) =>
    userEvent.upload(scene(place).getByLabelText('Picture: Choose a file').first(), storyFile())
  await chooseIn(2)
  await expect.poll(() => uploads.length).toBe(1)
  await chooseIn(3)
  await expect.poll(() => uploads.length).toBe(2)
  await userEvent.click(page.getByRole('button', { name: 'Remove Scene 1' }))
  await expect.element(spoken('Scene 1 removed.')).toBeInTheDocument()
  uploads[1]?.finish(image('c'))
  uploads[0]?.finish(image('b'))
  await expect.poll(() => value['scenes']).toEqual([{ imageUrl: image('b') }, { imageUrl: image('c') }])
})
