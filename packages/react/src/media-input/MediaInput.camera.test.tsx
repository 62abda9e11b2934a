// The camera: asked for by a press, seen, changed, and put out however it ends.
import '../styles.css'
import { afterEach, expect, test, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import type { Upload } from '../hooks/useUpload.ts'
import { standInCamera, type StoryCamera, storyStreams } from '../story-support/camera.ts'
import { MediaInput } from './MediaInput.tsx'

const arrives: Upload = (file) => Promise.resolve({ url: `https://files.test/${file.name}` })
let putBack = () => {}
afterEach(() => putBack())

async function input(does: StoryCamera = 'works', cameras = 1) {
  putBack = standInCamera(does, cameras)
  const upload = vi.fn<Upload>(arrives)
  const view = await render(<MediaInput kind="image" label="Image" upload={upload} />)
  await view.getByRole('button', { name: 'Take a photo' }).click()
  return { ...view, upload }
}
const tracks = () => storyStreams.flatMap((stream) => stream.getTracks())
const lights = () => tracks().map(({ readyState }) => readyState)
const width = () => document.querySelector<HTMLVideoElement>('.pk-media-finder video')?.videoWidth ?? 0

test('a photo is looked at, taken again, used and sent; then the camera is put out', async () => {
  const { getByRole, upload } = await input()
  const shutter = getByRole('button', { name: 'Take the photo' })
  await expect.element(shutter).toHaveFocus()
  await expect.poll(width).toBe(640)
  await shutter.click()
  await expect.element(getByRole('button', { name: 'Use this photo' })).toHaveFocus()
  await getByRole('button', { name: 'Take another' }).click()
  await expect.element(shutter).toHaveFocus()
  await expect.poll(width).toBe(640)
  expect(lights()).toEqual(['live'])
  await shutter.click()
  await getByRole('button', { name: 'Use this photo' }).click()
  await expect.poll(() => upload.mock.calls.length).toBe(1)
  expect(upload.mock.lastCall?.[0]).toMatchObject({
    type: 'image/jpeg',
    name: expect.stringMatching(/^photo-/),
  })
  expect(lights()).toEqual(['ended'])
})

test('Escape closes it, puts it out, and leads back to its button', async () => {
  const { getByRole } = await input()
  await expect.element(getByRole('button', { name: 'Take the photo' })).toHaveFocus()
  await userEvent.keyboard('{Escape}')
  expect(lights()).toEqual(['ended'])
  await expect.element(getByRole('button', { name: 'Take a photo' })).toHaveFocus()
})

test('it is put out when the field goes, and when the page is left', async () => {
  const first = await input()
  await expect.element(first.getByRole('button', { name: 'Take the photo' })).toBeVisible()
  await first.unmount()
  expect(lights()).toEqual(['ended'])
  putBack()
  const second = await input()
  await expect.element(second.getByRole('button', { name: 'Take the photo' })).toBeVisible()
  dispatchEvent(new PageTransitionEvent('pagehide'))
  expect(lights()).toEqual(['ended'])
  await expect.element(second.getByRole('button', { name: 'Take a photo' })).toBeVisible()
})

test('the next of several is shown, the one before is put out, and only one that looks at the viewer is a mirror', async () => {
  const { getByRole } = await input('works', 2)
  const panel = () => document.querySelector<HTMLElement>('.pk-media-camera')
  await getByRole('button', { name: 'Next camera' }).click()
  await expect.poll(lights).toEqual(['ended', 'live'])
  await expect.poll(() => panel()?.dataset['state']).toBe('live')
  expect(tracks()[1]?.getSettings().deviceId).toBe('camera-1')
  expect(panel()?.dataset['front']).toBeUndefined()
})

test.each([
  ['NotAllowedError', /may not be used here/],
  ['NotFoundError', /No camera is there/],
  ['NotReadableError', /Another program has the camera/],
] as const)('%s has words, and another try', async (does, words) => {
  const { getByRole, getByText } = await input(does)
  await expect.element(getByText(words)).toBeVisible()
  putBack()
  putBack = standInCamera()
  await getByRole('button', { name: 'Try again' }).click()
  await expect.element(getByRole('button', { name: 'Take the photo' })).toBeVisible()
})

test('a camera that is pulled out is said to be gone', async () => {
  const { getByRole, getByText } = await input()
  await expect.element(getByRole('button', { name: 'Take the photo' })).toBeVisible()
  tracks()[0]?.dispatchEvent(new Event('ended'))
  await expect.element(getByText('The camera was disconnected.')).toBeVisible()
})

test('one that was closed while the viewer was asked is put out as soon as it comes', async () => {
  putBack = standInCamera()
  const { promise, resolve } = Promise.withResolvers<void>()
  const known = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices)
  navigator.mediaDevices.getUserMedia = async (wish) => {
    await promise
    return known(wish)
  }
  const { getByRole } = await render(<MediaInput kind="image" label="Image" upload={arrives} />)
  await getByRole('button', { name: 'Take a photo' }).click()
  await getByRole('button', { name: 'Close the camera' }).click()
  resolve()
  await expect.poll(lights).toEqual(['ended'])
})

test('where fingers point, the camera of the phone takes pictures and films', async () => {
  putBack = standInCamera()
  const known = window.matchMedia.bind(window)
  const spy = vi
    .spyOn(window, 'matchMedia')
    .mockImplementation((query) =>
      query === '(pointer: coarse)'
        ? Object.assign(new EventTarget(), { matches: true } as MediaQueryList)
        : known(query),
    )
  const { container, getByRole } = await render(
    <>
      <MediaInput kind="image" label="Image" upload={arrives} />
      <MediaInput kind="video" label="Clip" upload={arrives} />
    </>,
  )
  await expect.element(getByRole('button', { name: 'Take a photo' })).toBeVisible()
  await expect.element(getByRole('button', { name: 'Film it' })).toBeVisible()
  const asked = [...container.querySelectorAll<HTMLInputElement>('input[capture]')]
  expect(asked.map((input) => [input.accept, input.getAttribute('capture')])).toEqual([
    ['image/*', 'environment'],
    ['video/*', 'environment'],
  ])
  spy.mockRestore()
})

test('where no camera is, or none is wanted, none is offered', async () => {
  putBack = standInCamera('works', 0)
  const { getByRole, rerender } = await render(<MediaInput kind="image" label="Image" upload={arrives} />)
  await expect.element(getByRole('button', { name: 'Choose a file' })).toBeVisible()
  expect(getByRole('button', { name: 'Take a photo' }).elements()).toEqual([])
  putBack()
  putBack = standInCamera()
  await rerender(<MediaInput kind="image" label="Image" upload={arrives} hasCamera={false} />)
  expect(getByRole('button', { name: 'Take a photo' }).elements()).toEqual([])
})
