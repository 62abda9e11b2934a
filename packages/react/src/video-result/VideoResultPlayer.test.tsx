import '../styles.css'
import axe from 'axe-core'
import { expect, test, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { completed } from '../story-support/generations.ts'
import { storyPicture, storyVideo } from '../story-support/pictures.ts'
import { storyResult } from '../story-support/result.ts'
import type { GenerationData } from '../graphql/documents.ts'
import { FRAMES_PER_SECOND } from './playback.ts'
import { VideoResult } from './VideoResult.tsx'
import type { VideoResultPlayerProps } from './VideoResultPlayer.tsx'

async function player(
  changes: Partial<GenerationData> = {},
  props: VideoResultPlayerProps = {},
  refresh = () => {},
) {
  const result = storyResult(completed(storyVideo(), changes), { refresh })
  const view = await render(
    <VideoResult.Frame result={result} style={{ inlineSize: 360 }}>
      <VideoResult.Player {...props} />
    </VideoResult.Frame>,
  )
  await expect.element(view.getByRole('slider', { name: 'Position in the video' })).toBeVisible()
  const video = view.container.querySelector('video')!
  await expect.poll(() => video.readyState).toBe(HTMLMediaElement.HAVE_ENOUGH_DATA)
  const play = view.getByRole('button', { name: /^(Play|Pause)$/ })
  play.element().focus()
  return { ...view, video, play, frame: () => Math.floor(video.currentTime * FRAMES_PER_SECOND) }
}

test('it plays and pauses by button, by key and by a press on the picture', async () => {
  const { video, play } = await player()
  await play.click()
  await expect.poll(() => video.paused).toBe(false)
  await expect.element(play).toHaveAccessibleName('Pause')
  await userEvent.keyboard('k')
  await expect.poll(() => video.paused).toBe(true)
  await userEvent.click(video)
  await expect.poll(() => video.paused).toBe(false)
})

test('frames are stepped one by one, by key and by button', async () => {
  const { frame, getByRole } = await player()
  await userEvent.keyboard('.')
  await expect.poll(frame).toBe(1)
  await userEvent.keyboard('.')
  await expect.poll(frame).toBe(2)
  await getByRole('button', { name: 'One frame back' }).click()
  await expect.poll(frame).toBe(1)
})

test('speed, repeat and place answer to their keys', async () => {
  const { video, getByRole } = await player()
  expect(video.loop).toBe(true)
  await userEvent.keyboard('l')
  await expect.element(getByRole('button', { name: 'Repeat' })).toHaveAttribute('aria-pressed', 'false')
  expect(video.loop).toBe(false)
  await userEvent.keyboard('<')
  await expect.poll(() => video.playbackRate).toBe(0.5)
  await expect.element(getByRole('combobox', { name: 'Speed' })).toHaveValue('0.5')
  await userEvent.keyboard('5')
  await expect.poll(() => video.currentTime).toBe(1)
  await expect.element(getByRole('slider')).toHaveAttribute('aria-valuetext', '1.00 of 2.00 s')
})

test('keys are left alone where the app says so', async () => {
  const { video, getByRole } = await player({}, { hasShortcuts: false })
  await userEvent.keyboard('l')
  expect(video.loop).toBe(true)
  expect(getByRole('button', { name: 'Repeat' }).element().hasAttribute('aria-keyshortcuts')).toBe(false)
})

test('the slider keeps its arrows, and the list of speeds its letters', async () => {
  const { video, getByRole } = await player()
  getByRole('slider').element().focus()
  await userEvent.keyboard('{ArrowRight}')
  await expect.poll(() => video.currentTime).toBeCloseTo(1 / FRAMES_PER_SECOND, 2)
  getByRole('combobox').element().focus()
  await userEvent.keyboard('l')
  expect(video.loop).toBe(true)
})

test('what it was made from is shown while it is held, by pointer and by key', async () => {
  const { container, getByRole } = await player({
    input: { __typename: 'ImageToVideoGenerationInput', imageUrl: storyPicture(20), prompt: 'mist' },
  })
  const hold = getByRole('button', { name: 'Hold to see what it was made from' })
  const compared = () => container.querySelector('.pk-player-compare img') !== null
  hold.element().focus()
  await userEvent.keyboard('{Enter>}')
  await expect.poll(compared).toBe(true)
  await expect.element(hold).toHaveAttribute('aria-pressed', 'true')
  await userEvent.keyboard('{/Enter}')
  await expect.poll(compared).toBe(false)
})

test('a draft of the app is held against it at the same second', async () => {
  const compareWith = vi.fn<(seconds: number) => string>((seconds) => `draft at ${seconds.toFixed(1)}`)
  const { video, getByRole, getByText } = await player({}, { compareWith })
  video.currentTime = 0.4
  getByRole('button', { name: /^Hold/ }).element().focus()
  await userEvent.keyboard('{Enter>}')
  await expect.element(getByText('draft at 0.4')).toBeInTheDocument()
  await userEvent.keyboard('{/Enter}')
})

test('it fills the screen by button and by key, and comes back', async () => {
  const { getByRole, container } = await player()
  const frame = container.querySelector('.pk-player')
  await getByRole('button', { name: 'Full screen' }).click()
  await expect.poll(() => document.fullscreenElement).toBe(frame)
  await expect.element(getByRole('button', { name: 'Leave full screen' })).toBeVisible()
  getByRole('button', { name: 'Leave full screen' }).element().focus()
  await userEvent.keyboard('f')
  await expect.poll(() => document.fullscreenElement).toBeNull()
  await expect.element(getByRole('button', { name: 'Full screen' })).toBeVisible()
})

test('it goes into its own window by button, and back by key', async () => {
  const { getByRole, video } = await player()
  await getByRole('button', { name: 'Picture in picture' }).click()
  await expect.poll(() => document.pictureInPictureElement).toBe(video)
  getByRole('button', { name: 'Leave picture in picture' }).element().focus()
  await userEvent.keyboard('p')
  await expect.poll(() => document.pictureInPictureElement).toBeNull()
  await expect.element(getByRole('button', { name: 'Picture in picture', exact: true })).toBeVisible()
})

test('a link that died is asked for again', async () => {
  const refresh = vi.fn<() => void>()
  const { video, getByRole } = await player({}, {}, refresh)
  video.dispatchEvent(new Event('error'))
  await getByRole('button', { name: 'Load it again' }).click()
  expect(refresh).toHaveBeenCalled()
  await expect.element(getByRole('alert')).not.toBeInTheDocument()
})

test.each([
  ['light', 'ltr', 360],
  ['dark', 'rtl', 280],
] as const)('axe finds nothing, and nothing sticks out: %s, %s, %s px', async (theme, direction, width) => {
  document.documentElement.dataset['pkTheme'] = theme
  document.body.style.background = 'var(--pk-background)'
  document.documentElement.dir = direction
  try {
    const { container } = await player()
    const root = container.querySelector('section')!
    root.style.inlineSize = `${width}px`
    const { violations } = await axe.run(container)
    expect(violations.map(({ id }) => id)).toEqual([])
    expect(root.scrollWidth).toBeLessThanOrEqual(width)
    for (const control of container.querySelectorAll('button, select, input')) {
      const { width: wide, height } = control.getBoundingClientRect()
      expect(Math.min(wide, height)).toBeGreaterThanOrEqual(24)
    }
  } finally {
    delete document.documentElement.dataset['pkTheme']
    document.documentElement.dir = 'ltr'
  }
})
