import { emptyStoryboard, type Storyboard } from '@pika-kit/core'
import type { Meta, StoryObj } from '@storybook/react-vite'
import { useId } from 'react'
import { expect, fn } from 'storybook/test'
import { storyPicture } from '../story-support/pictures.ts'
import { uploadBroken, uploadHere, uploadStuck } from '../story-support/uploads.ts'
import { KeyframeTimeline } from './KeyframeTimeline.tsx'
import { useKeyframeTimeline } from './useKeyframeTimeline.ts'

const HUES = [28, 330, 255, 205, 160]

/** A storyboard with these seconds between its keyframes, and a prompt for the second transition. */
const storyboard = (...durations: number[]): Storyboard => ({
  keyframes: [...durations, 0].map((_, index) => ({
    id: `story-${index}`,
    url: storyPicture(HUES[index] ?? 0),
  })),
  transitions: durations.map((duration, index) =>
    index === 1 ? { duration, prompt: 'dusk falls, lights come on' } : { duration },
  ),
})

/** Two to five stills on a time axis, with the seconds and the prompt of each transition between them. */
const meta = {
  title: 'KeyframeTimeline',
  component: KeyframeTimeline,
  args: { upload: uploadHere, onChange: fn(), defaultValue: storyboard(2, 3, 4) },
} satisfies Meta<typeof KeyframeTimeline>
export default meta

type Story = StoryObj<typeof meta>

export const Default: Story = {}
export const Empty: Story = { args: { defaultValue: emptyStoryboard } }
export const TwoKeyframes: Story = { args: { defaultValue: storyboard(5) } }
export const FiveKeyframes: Story = { args: { defaultValue: storyboard(5, 6, 4, 7) } }
/** Pictures never lie on each other: the axis gets longer than its box, and scrolls. */
export const ShortBesideLong: Story = { args: { defaultValue: storyboard(1, 18, 1, 2) } }
export const Playing: Story = { args: { time: 3.4, isPlaying: true, onTimeChange: fn() } }

export const TransitionSelected: Story = {
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(canvas.getByRole('button', { name: /^Transition 2/ }))
    await expect(canvas.getByLabelText('Prompt of transition 2')).toHaveValue('dusk falls, lights come on')
  },
}

export const KeyframeSelected: Story = {
  play: async ({ canvas, userEvent, args }) => {
    await userEvent.click(canvas.getByRole('button', { name: /^Keyframe 2 of 4/ }))
    await userEvent.click(canvas.getByRole('button', { name: 'Duplicate keyframe 2' }))
    await expect(canvas.getByRole('button', { name: /^Keyframe 3 of 5/ })).toBeVisible()
    await expect(args.onChange).toHaveBeenCalledOnce()
  },
}

export const Uploading: Story = {
  args: { upload: uploadStuck, defaultValue: storyboard(3) },
  play: async ({ canvas, userEvent }) => {
    await userEvent.upload(canvas.getByLabelText('Choose pictures'), await drawnFile())
    await expect(await canvas.findByRole('progressbar')).toHaveAttribute('aria-valuenow', '42')
  },
}

export const UploadFailed: Story = {
  args: { upload: uploadBroken, defaultValue: storyboard(3) },
  play: async ({ canvas, userEvent }) => {
    await userEvent.upload(canvas.getByLabelText('Choose pictures'), await drawnFile())
    await expect(await canvas.findByRole('button', { name: 'Upload keyframe 3 again' })).toBeVisible()
    await userEvent.click(canvas.getByRole('button', { name: /^Keyframe 3 of 3/ }))
    await expect(canvas.getByText(/The upload broke off/)).toBeVisible()
  },
}

/** What a server found wrong, at its place: the whole, one keyframe, one transition. */
export const Issues: Story = {
  args: {
    defaultValue: storyboard(12, 9, 8),
    issues: [
      { path: ['transitions'], code: 'OVER_BUDGET', message: 'must be 25 seconds at most in all, not 29' },
      { path: ['imageUrls', '1'], code: 'INVALID', message: 'could not be loaded' },
      { path: ['transitions', '2'], code: 'TOO_BIG', message: 'must be a whole number of seconds' },
    ],
  },
  play: async ({ canvas, userEvent }) => {
    await expect(canvas.getByText(/must be 25 seconds at most/)).toBeVisible()
    await expect(canvas.getByRole('button', { name: /^Keyframe 2 .*could not be loaded/ })).toBeVisible()
    await userEvent.click(canvas.getByRole('button', { name: /^Transition 3/ }))
    await expect(canvas.getByText('Transition 3: must be a whole number of seconds')).toBeVisible()
  },
}

export const Disabled: Story = {
  args: { isDisabled: true },
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('button', { name: /^Keyframe 1 of 4/ })).toBeDisabled()
    await expect(canvas.getByRole('button', { name: 'Add a picture' })).toBeDisabled()
  },
}

export const Dark: Story = { ...TransitionSelected, globals: { theme: 'dark' } }
export const EmptyDark: Story = { ...Empty, globals: { theme: 'dark' } }
export const RightToLeft: Story = { ...TransitionSelected, globals: { direction: 'rtl' } }
export const Narrow: Story = { ...TransitionSelected, globals: { width: '320px' } }
export const NarrowEmpty: Story = { ...Empty, globals: { width: '320px' } }

/** The parts, put together in another order and with something of one's own between them. */
export const ByParts: Story = {
  render: (args) => (
    <KeyframeTimeline.Root {...args}>
      <h3 style={{ margin: 0 }}>My film</h3>
      <KeyframeTimeline.Budget />
      <KeyframeTimeline.Track />
      <KeyframeTimeline.Inspector />
    </KeyframeTimeline.Root>
  ),
}

function SecondsTable() {
  const timeline = useKeyframeTimeline({ defaultValue: storyboard(2, 3, 4), upload: uploadHere })
  const id = useId()
  return (
    <div className="pk-root">
      <ol>
        {timeline.storyboard.transitions.map(({ duration }, index) => (
          <li key={index}>
            <label htmlFor={`${id}-${index}`}>Seconds from {timeline.times[index]}</label>{' '}
            <input
              id={`${id}-${index}`}
              type="range"
              min={1}
              max={25}
              value={duration}
              onChange={(event) => timeline.setDuration(index, Number(event.target.value))}
            />
          </li>
        ))}
      </ol>
      <output>
        {timeline.total} of {timeline.budget} s
      </output>{' '}
      <button type="button" className="pk-button" disabled={!timeline.canUndo} onClick={timeline.undo}>
        Undo
      </button>
    </div>
  )
}

/** Only what the timeline knows and does, by `useKeyframeTimeline`; all markup is one's own. */
export const Headless: Story = {
  render: () => <SecondsTable />,
  play: async ({ canvas, userEvent }) => {
    const [first] = canvas.getAllByRole('slider')
    first?.focus()
    await userEvent.keyboard('{ArrowRight}')
    await expect(canvas.getByRole('status')).toHaveTextContent('9 of 25 s')
  },
}

/** A picture as a file, so that its preview shows something. */
async function drawnFile(): Promise<File> {
  const response = await fetch(storyPicture(120))
  return new File([await response.blob()], 'meadow.jpg', { type: 'image/jpeg' })
}
