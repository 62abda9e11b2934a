import {
  createCatalog,
  emptyStoryboard,
  type Operation,
  type Storyboard,
  toPikaframesInput,
} from '@pika-kit/core'
import type { Meta, StoryObj } from '@storybook/react-vite'
import { useId, useState } from 'react'
import { expect, fn, userEvent as anyUser, waitFor } from 'storybook/test'
import { CostBadge } from '../cost-badge/CostBadge.tsx'
import { DraftPlayer } from '../draft-player/DraftPlayer.tsx'
import { storyPicture } from '../story-support/pictures.ts'
import { uploadBroken, uploadHere, uploadStuck } from '../story-support/uploads.ts'
import { KeyframeTimeline } from './KeyframeTimeline.tsx'
import { useKeyframeTimeline } from './useKeyframeTimeline.ts'

const pikaframes = createCatalog().find('PIKAFRAMES') as Operation
const HUES = [28, 330, 255, 205, 160]
const NAMES = ['lake.jpg', 'meadow.jpg', 'hill.jpg', 'shore.jpg', 'dawn.jpg']

/** A storyboard with these seconds between its keyframes, and a prompt for the second transition. */
const storyboard = (...durations: number[]): Storyboard => ({
  keyframes: [...durations, 0].map((_, index) => ({
    id: `story-${index}`,
    url: storyPicture(HUES[index] ?? 0),
    name: NAMES[index],
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
  decorators: [
    (Story) => (
      <div
        style={{
          padding: 16,
          border: '1px solid var(--pk-line)',
          borderRadius: 'var(--pk-radius)',
          background: 'var(--pk-panel)',
        }}
      >
        {Story()}
      </div>
    ),
  ],
} satisfies Meta<typeof KeyframeTimeline>
export default meta

type Story = StoryObj<typeof meta>

export const Default: Story = {}
export const Empty: Story = { args: { defaultValue: emptyStoryboard } }
export const TwoKeyframes: Story = { args: { defaultValue: storyboard(5) } }
export const FiveKeyframes: Story = { args: { defaultValue: storyboard(5, 6, 4, 7) } }
/** Pictures never lie on each other: beside a near neighbour they get narrower. */
export const ShortBesideLong: Story = { args: { defaultValue: storyboard(1, 18, 1, 2) } }
export const Playing: Story = { args: { time: 3.4, isPlaying: true, onTimeChange: fn() } }

export const TransitionSelected: Story = {
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(canvas.getByRole('button', { name: /^Transition 2/ }))
    await expect(canvas.getByLabelText('Prompt of transition 2')).toHaveValue('dusk falls, lights come on')
  },
}

/** Pressed once more, the span is the field of its prompt: Enter keeps it, Escape leaves it as it was. */
export const PromptInPlace: Story = {
  play: async ({ canvas, userEvent }) => {
    const span = canvas.getByRole('button', { name: /^Transition 1/ })
    await userEvent.click(span)
    await userEvent.click(span)
    const field = await canvas.findByLabelText('Prompt of transition 1', { selector: '.pk-timeline-prompt' })
    await waitFor(() => expect(field).toHaveFocus())
    await userEvent.keyboard('the mist lifts')
    await expect(field).toHaveValue('the mist lifts')
  },
}

/** The axis is zoomed by its buttons, by +, − and 0, and by Ctrl with the wheel. The ruler names halves where there is room. */
export const Zoomed: Story = {
  args: { time: 3.4, onTimeChange: fn(), defaultValue: storyboard(5, 6, 4, 7) },
  play: async ({ canvas, userEvent }) => {
    for (let press = 0; press < 3; press++)
      await userEvent.click(canvas.getByRole('button', { name: 'Zoom in' }))
    await expect(canvas.getByText('3.5')).toBeVisible()
  },
}

/** The next transition gives way when an edge moves, and the video keeps its length. Shift does the other of the two. */
export const KeepsItsLength: Story = {
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Keep the length' }))
    const edge = canvas.getByRole('slider', { name: 'Seconds of transition 1' })
    edge.focus()
    await userEvent.keyboard('{ArrowRight}')
    await expect(edge).toHaveAttribute('aria-valuetext', '3 seconds, 9 of 25 used')
    await expect(edge).toHaveAttribute('aria-valuemax', '4')
  },
}

/** A removed keyframe leaves a way back, until that is closed or something else happens. */
export const Removed: Story = {
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(canvas.getByRole('button', { name: /^Keyframe 2 of 4/ }))
    await userEvent.keyboard('{Delete}')
    await expect(await canvas.findByText('Keyframe 2 removed. 3 left.', { selector: 'li' })).toBeVisible()
    await expect(canvas.getByRole('button', { name: 'Undo the removal' })).toBeVisible()
  },
}

/** Files that cannot be taken are named, each with its reason. */
export const FilesRefused: Story = {
  args: { defaultValue: storyboard(2, 3), maximumFileSize: 1_000 },
  play: async ({ canvas }) => {
    const files = [new File(['words'], 'notes.txt', { type: 'text/plain' }), await drawnFile()]
    await anyUser.setup({ applyAccept: false }).upload(canvas.getByLabelText('Choose pictures'), files)
    await expect(
      await canvas.findByText(/^notes.txt is text\/plain: send PNG/, { selector: 'li' }),
    ).toBeVisible()
    await expect(
      canvas.getByText(/^meadow.jpg has \d+ kB, and 1 kB is the limit/, { selector: 'li' }),
    ).toBeVisible()
  },
}

/** The same storyboard as text, to be read aloud, edited and taken over. */
export const AsText: Story = {
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Show as text' }))
    await expect(canvas.getByLabelText('Storyboard as text')).toHaveValue(
      '1. lake.jpg\n→ 2 s\n2. meadow.jpg\n→ 3 s: dusk falls, lights come on\n3. hill.jpg\n→ 4 s\n4. shore.jpg',
    )
  },
}

/** What cannot be taken over is told with its line, and changes nothing. */
export const TextWithErrors: Story = {
  play: async ({ canvas, userEvent, args }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Show as text' }))
    const field = canvas.getByLabelText('Storyboard as text')
    await userEvent.clear(field)
    await userEvent.type(field, 'lake.jpg{Enter}-> soon{Enter}moon.jpg')
    await userEvent.click(canvas.getByRole('button', { name: 'Apply' }))
    await expect(canvas.getByText(/^Line 2: “soon” does not begin/, { selector: 'li' })).toBeVisible()
    await expect(
      canvas.getByText(/^Line 3: there is no keyframe “moon.jpg”/, { selector: 'li' }),
    ).toBeVisible()
    await expect(args.onChange).not.toHaveBeenCalled()
  },
}

/** The price stands beside the seconds, once something can tell it. */
export const WithPrice: Story = {
  args: { price: <CostBadge amount={{ amount: 0.36, currency: 'USD' }} /> },
}

function StudioOfOne() {
  const [value, setValue] = useState(() => storyboard(2, 3))
  const [time, setTime] = useState(0)
  const [isPlaying, setIsPlaying] = useState(false)
  const player = { time, onTimeChange: setTime, isPlaying, onPlayingChange: setIsPlaying }
  return (
    <div style={{ maxInlineSize: 720 }}>
      <DraftPlayer operation={pikaframes} input={toPikaframesInput(value)} {...player} />
      <div style={{ padding: 16 }}>
        <KeyframeTimeline value={value} onChange={setValue} upload={uploadHere} {...player} />
      </div>
    </div>
  )
}

/** A draft over the axis, and one play position for both: press the ruler, drag on it, step by arrows, play by Space. */
export const WithDraft: Story = {
  render: () => <StudioOfOne />,
  play: async ({ canvas, userEvent }) => {
    await expect(await canvas.findByRole('img')).toBeVisible()
    const ruler = canvas.getByRole('slider', { name: 'Play position' })
    ruler.focus()
    await userEvent.keyboard('{PageUp}{PageUp}{PageUp}{ArrowRight}')
    await expect(ruler).toHaveAttribute('aria-valuetext', '3.04 of 5 seconds')
    await expect(canvas.getByRole('slider', { name: 'Position in the draft' })).toHaveAttribute(
      'aria-valuetext',
      '3.0 / 5 s',
    )
    await userEvent.keyboard(' ')
    await expect(await canvas.findByRole('button', { name: 'Pause the draft' })).toBeVisible()
    await userEvent.keyboard(' ')
    await expect(await canvas.findByRole('button', { name: 'Play the draft' })).toBeVisible()
    // Selecting a keyframe goes to its second.
    await userEvent.click(canvas.getByRole('button', { name: /^Keyframe 2 of 3/ }))
    await expect(ruler).toHaveAttribute('aria-valuenow', '2')
    // The bar of the draft leads, too.
    canvas.getByRole('slider', { name: 'Position in the draft' }).focus()
    await userEvent.keyboard('{Home}')
    await expect(ruler).toHaveAttribute('aria-valuenow', '0')
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
    const bar = await canvas.findByRole('progressbar')
    await waitFor(() => expect(bar).toHaveAttribute('aria-valuenow', '42'))
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
    await userEvent.click(canvas.getByRole('button', { name: /^Transition 3, / }))
    await expect(canvas.getAllByText('Transition 3: must be a whole number of seconds').length).toBe(2)
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
export const ZoomedRightToLeft: Story = { ...Zoomed, globals: { direction: 'rtl' } }
export const TextDark: Story = { ...TextWithErrors, globals: { theme: 'dark' } }
export const Narrow: Story = { ...TransitionSelected, globals: { width: '320px' } }
export const NarrowWithDraft: Story = { ...WithDraft, globals: { width: '320px' } }
export const Narrowest: Story = { ...Playing, globals: { width: '280px' } }
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

/**
 * Another look from the hook alone, `useKeyframeTimeline`: cards in a row, the seconds as a choice, no axis at all. All markup,
 * and the live region, is one's own.
 */
export const Headless: Story = {
  render: function Cards() {
    const timeline = useKeyframeTimeline({ defaultValue: storyboard(2, 3, 4), upload: uploadHere })
    const { keyframes, transitions } = timeline.storyboard
    const id = useId()
    return (
      <div className="pk-root">
        <ol style={{ display: 'flex', flexWrap: 'wrap', gap: 12, margin: 0, padding: 0, listStyle: 'none' }}>
          {keyframes.map((keyframe, index) => (
            <li key={keyframe.id} style={{ inlineSize: 132 }}>
              <img
                src={timeline.pictureOf(keyframe.id) ?? undefined}
                alt={keyframe.name ?? `Picture ${index + 1}`}
                style={{ inlineSize: '100%', aspectRatio: '3 / 4', objectFit: 'cover', borderRadius: 20 }}
              />
              <button
                type="button"
                className="pk-button"
                aria-label={`Move ${keyframe.name} to the front`}
                disabled={index === 0}
                onClick={() => timeline.move(keyframe.id, 0)}
              >
                ⇤
              </button>{' '}
              {transitions[index] && (
                <>
                  <label className="pk-hidden" htmlFor={`${id}-${index}`}>
                    Seconds after {keyframe.name}
                  </label>
                  <select
                    id={`${id}-${index}`}
                    value={transitions[index].duration}
                    onChange={(event) => timeline.setDuration(index, Number(event.target.value))}
                  >
                    {Array.from({ length: timeline.edgeLimits(index).max }, (_, second) => (
                      <option key={second}>{second + 1}</option>
                    ))}
                  </select>
                </>
              )}
            </li>
          ))}
        </ol>
        <output>
          {timeline.total} of {timeline.budget} s
        </output>{' '}
        <button type="button" className="pk-button" disabled={!timeline.canUndo} onClick={timeline.undo}>
          Undo
        </button>
        <div className="pk-hidden" role="status" aria-live="polite">
          {timeline.announcement}
        </div>
      </div>
    )
  },
  play: async ({ canvas, userEvent }) => {
    await userEvent.selectOptions(canvas.getByLabelText('Seconds after lake.jpg'), '3')
    await expect(canvas.getByText('10 of 25 s')).toBeVisible()
    await userEvent.click(canvas.getByRole('button', { name: 'Move meadow.jpg to the front' }))
    await expect(canvas.getByText(/^Keyframe moved to place 1 of 4\./)).toBeInTheDocument()
    await userEvent.click(canvas.getByRole('button', { name: 'Undo' }))
    await expect(canvas.getAllByRole('img')[0]).toHaveAccessibleName('lake.jpg')
  },
}

/** A picture as a file, so that its preview shows something. */
async function drawnFile(): Promise<File> {
  const response = await fetch(storyPicture(120))
  return new File([await response.blob()], 'meadow.jpg', { type: 'image/jpeg' })
}
