import { type GenerationErrorCode, generationErrors } from '@pika-kit/core'
import type { Meta, StoryObj } from '@storybook/react-vite'
import { useState } from 'react'
import { expect, fn, waitFor } from 'storybook/test'
import type { GenerationData } from '../graphql/documents.ts'
import { completed, failed, storyGeneration } from '../story-support/generations.ts'
import { storyPicture, storyVideo } from '../story-support/pictures.ts'
import { storyResult } from '../story-support/result.ts'
import type { UseVideoResult } from './useVideoResult.ts'
import { VideoResult, VideoResultView } from './VideoResult.tsx'

const resultOf = (generation: GenerationData | null, changes: Partial<UseVideoResult> = {}) =>
  storyResult(generation, {
    cancel: fn(),
    retry: fn(),
    recover: fn(),
    remove: fn(),
    refresh: fn(),
    ...changes,
  })

const linesOf = (...messages: string[]) =>
  messages.map((message, index) => ({
    sequence: index + 4,
    timestamp: `2026-11-24T09:30:${String(index % 60).padStart(2, '0')}`,
    level: 'INFO',
    message,
  }))
const logs = linesOf(
  'fetched image 1 of 3 (1280×720)',
  'transition 1 of 2',
  'frame 40 of 120',
  'frame 60 of 120',
)

const inProgress = (changes: Partial<GenerationData> = {}) =>
  storyGeneration({
    status: 'IN_PROGRESS',
    queuePosition: null,
    startedAt: new Date(Date.now() - 5_000).toISOString(),
    ...changes,
  })
const fromPicture = {
  __typename: 'ImageToVideoGenerationInput' as const,
  imageUrl: storyPicture(210),
  prompt: 'mist drifts over the hills',
}
const secondsFromNow = (seconds: number) => new Date(Date.now() + seconds * 1_000).toISOString()

/** One generation through all its states. Here each state is given; `VideoResult` follows a real one by its id. */
const meta = {
  title: 'VideoResult',
  component: VideoResultView,
  subcomponents: { VideoResult },
  parameters: { inlineSize: 360 },
  args: { result: resultOf(null) },
} satisfies Meta<typeof VideoResultView>
export default meta

type Story = StoryObj<typeof meta>

export const Empty: Story = {}
export const Connecting: Story = { args: { result: resultOf(null, { connection: 'connecting' }) } }
export const ConnectingWithoutNetwork: Story = {
  args: { result: resultOf(null, { connection: 'reconnecting' }) },
}
export const NotFound: Story = {
  args: { result: resultOf(null, { connection: 'failed', error: 'There is no generation with this id.' }) },
}
export const Sending: Story = {
  args: {
    result: resultOf(storyGeneration({ status: 'SUBMITTING', queuePosition: null, submittedAt: null })),
  },
}
/** What is known, what is not, and what will happen. */
export const Unconfirmed: Story = {
  args: {
    result: resultOf(storyGeneration({ status: 'UNCONFIRMED', queuePosition: null, submittedAt: null })),
  },
  play: async ({ canvas, userEvent, args }) => {
    await expect(canvas.getByText(/cannot be paid twice/)).toBeVisible()
    await userEvent.click(canvas.getByRole('button', { name: 'Look again' }))
    await expect(args.result.recover).toHaveBeenCalled()
  },
}

export const InTheQueue: Story = {
  args: { result: resultOf(storyGeneration()) },
  play: async ({ canvas, userEvent, args }) => {
    await expect(canvas.getByText('2 ahead of you')).toBeVisible()
    await userEvent.click(canvas.getByRole('button', { name: 'Cancel' }))
    await expect(args.result.cancel).toHaveBeenCalled()
  },
}

export const Rendering: Story = { args: { result: resultOf(inProgress(), { logs }) } }

/** The range is told from how long others with the same settings took. */
export const ReadySoon: Story = {
  args: {
    result: resultOf(
      inProgress({ input: fromPicture, eta: { earliest: secondsFromNow(42), latest: secondsFromNow(58) } }),
      { logs },
    ),
  },
  play: async ({ canvas }) => {
    await expect(canvas.getByText('Ready in 40–60 sec')).toBeVisible()
  },
}

export const LongerThanMost: Story = {
  args: {
    result: resultOf(inProgress({ eta: { earliest: secondsFromNow(-40), latest: secondsFromNow(-6) } }), {
      logs,
    }),
  },
  play: async ({ canvas }) => {
    await expect(canvas.getByText('It takes longer than most.')).toBeVisible()
  },
}

/** The stage has the size of the video before there is one. */
export const RenderingUpright: Story = {
  args: {
    result: resultOf(
      inProgress({
        operation: { id: 'PIKASCENES', title: 'Pikascenes', mutationName: 'generatePikascenes' },
        input: {
          __typename: 'PikascenesGenerationInput',
          imageUrls: ['https://nowhere.test/gone.png'],
          prompt: 'the lamp and the chair dance',
          aspectRatio: 'RATIO_4_5',
        },
      }),
      { logs },
    ),
  },
}

export const LogsSearched: Story = {
  args: {
    result: resultOf(inProgress(), {
      logs: [
        ...linesOf(...Array.from({ length: 60 }, (_, frame) => `frame ${frame + 1} of 120`)),
        {
          sequence: 99,
          timestamp: '2026-11-24T09:31:00',
          level: 'WARNING',
          message: 'the runner is slow today',
        },
      ],
    }),
  },
  play: async ({ canvas, userEvent }) => {
    const log = canvas.getByRole('log')
    await waitFor(() => expect(log.scrollTop + log.clientHeight).toBeGreaterThan(log.scrollHeight - 8))
    await userEvent.click(canvas.getByRole('button', { name: 'Show more lines' }))
    await userEvent.type(canvas.getByRole('searchbox', { name: 'Find in the lines' }), 'frame 4')
    await expect(canvas.getByText('11 of 61')).toBeVisible()
  },
}

export const Saving: Story = {
  args: { result: resultOf(storyGeneration({ status: 'FINALIZING', queuePosition: null }), { logs }) },
}

/** The controls come when there is a video to control. */
export const Ready: Story = {
  render: () => <VideoResultView result={resultOf(completed(storyVideo()), { logs })} />,
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('link', { name: 'Download' })).toHaveAttribute('download', 'boat.mp4')
    const play = await canvas.findByRole('button', { name: 'Play' })
    await waitFor(() => expect(play).toBeVisible())
  },
}

export const ReadyWide: Story = {
  ...Ready,
  parameters: { inlineSize: 760 },
}

/** Held, the button shows the picture that the video was made from. */
export const ReadyComparedWithItsPicture: Story = {
  render: () => (
    <VideoResultView
      result={resultOf(
        completed(storyVideo(), {
          input: fromPicture,
          operation: { id: 'IMAGE_TO_VIDEO', title: 'Image to video', mutationName: 'generateImageToVideo' },
        }),
      )}
    />
  ),
  play: async ({ canvas, userEvent }) => {
    const hold = await canvas.findByRole('button', { name: 'Hold to see what it was made from' })
    await userEvent.pointer({ keys: '[MouseLeft>]', target: hold })
    await expect(hold).toHaveAttribute('aria-pressed', 'true')
  },
}

export const ReadyNotArchived: Story = {
  render: () => {
    const generation = completed(storyVideo(), { retryOf: { id: 'gen_earlier' } })
    const video = generation.video && { ...generation.video, isArchived: false }
    return <VideoResultView result={resultOf({ ...generation, video })} />
  },
}

/** A link that died. The present address is asked for, and it is loaded once more. */
export const VideoGone: Story = {
  args: { result: resultOf(completed('data:video/mp4;base64,AAAA')) },
  play: async ({ canvas, userEvent, args }) => {
    await userEvent.click(await canvas.findByRole('button', { name: 'Load it again' }))
    await expect(args.result.refresh).toHaveBeenCalled()
  },
}

const failure = (
  code: GenerationErrorCode,
  said: Parameters<typeof failed>[1] = {},
  changes: Partial<UseVideoResult> = {},
): Story => ({
  args: { result: resultOf(failed(code, said), changes) },
  play: async ({ canvas }) => {
    await expect(canvas.getByText(generationErrors[code].message)).toBeVisible()
    await expect(canvas.getByText(/paid/, { selector: 'b' })).toBeVisible()
  },
})

export const SubmissionRefused = failure('SUBMISSION_REFUSED', { detail: 'The endpoint does not exist.' })
export const SubmissionUnreachable = failure('SUBMISSION_UNREACHABLE')
export const SubmissionLost = failure('SUBMISSION_LOST')
export const NotAuthorized = failure('NOT_AUTHORIZED')
export const OutOfCredit = failure('OUT_OF_CREDIT')
export const RateLimited = failure('RATE_LIMITED')
export const InputRejected = failure('INPUT_REJECTED', {
  issues: [{ path: ['imageUrls', '1'], message: 'could not be read', code: 'INVALID' }],
})
export const MediaUnreadable = failure('MEDIA_UNREADABLE', { detail: 'image_url: 404 Not Found' })
export const ContentRefused = failure('CONTENT_REFUSED')
export const StartTimeout = failure('START_TIMEOUT')
export const GenerationTimeout = failure('GENERATION_TIMEOUT')
export const ProviderFailed: Story = {
  args: { result: resultOf(failed('PROVIDER_FAILED', { detail: 'Runner disconnected.' })) },
  play: async ({ canvas, userEvent, args }) => {
    await expect(canvas.getByText('Nothing was paid.')).toBeVisible()
    await userEvent.click(canvas.getByRole('button', { name: 'Generate again' }))
    await expect(args.result.retry).toHaveBeenCalled()
  },
}
export const RequestNotFound = failure('REQUEST_NOT_FOUND')
export const ResultUnreadable = failure('RESULT_UNREADABLE')
export const ResultExpired: Story = {
  args: {
    result: resultOf(
      failed('RESULT_EXPIRED', {
        detail:
          'Tried: the result (fal answered with status 404); a webhook (none has brought the video); fal’s list of requests (it does not show the output).',
      }),
    ),
  },
  play: async ({ canvas, userEvent, args }) => {
    await expect(canvas.getByText(/Tried: the result/)).toBeVisible()
    await userEvent.click(canvas.getByRole('button', { name: 'Look again' }))
    await expect(args.result.recover).toHaveBeenCalled()
    await expect(canvas.getByRole('button', { name: 'Generate again' })).toBeVisible()
  },
}

export const LookedAgainInVain: Story = {
  args: {
    result: resultOf(failed('SUBMISSION_LOST'), {
      recoverOutcome: { type: 'REQUEST_NOT_FOUND', generation: failed('SUBMISSION_LOST') },
    }),
  },
  play: async ({ canvas }) => {
    await expect(canvas.getByText(/no request that can be this one/)).toBeVisible()
  },
}

export const RetryRefused: Story = {
  args: {
    result: resultOf(failed('PROVIDER_FAILED'), {
      actionError: 'You have 4 generations under way, which is the limit.',
    }),
  },
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('alert')).toHaveTextContent(/which is the limit/)
  },
}

const cancelled = storyGeneration({
  status: 'CANCELLED',
  queuePosition: null,
  completedAt: new Date().toISOString(),
})

export const Cancelled: Story = {
  args: { result: resultOf(cancelled, { cancelOutcome: { type: 'CANCELLED', generation: cancelled } }) },
}

const asked = storyGeneration({ cancelRequestedAt: new Date().toISOString() })

export const CancelRequested: Story = {
  args: { result: resultOf(asked, { cancelOutcome: { type: 'REQUESTED', generation: asked } }) },
}
export const CancelOutcomeUnknown: Story = {
  args: { result: resultOf(asked, { cancelOutcome: { type: 'UNKNOWN', generation: asked } }) },
}
export const CancelledTooLate: Story = {
  render: () => {
    const generation = completed(storyVideo())
    return (
      <VideoResultView result={resultOf(generation, { cancelOutcome: { type: 'TOO_LATE', generation } })} />
    )
  },
}
export const CancelledElsewhere: Story = { args: { result: resultOf(asked) } }

export const ConnectionLost: Story = {
  args: { result: resultOf(inProgress({ input: fromPicture }), { connection: 'reconnecting', logs }) },
}

/** Deleting is asked about first. */
export const Deleting: Story = {
  args: { result: resultOf(cancelled) },
  play: async ({ canvas, userEvent, args }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Delete' }))
    const dialog = canvas.getByRole('alertdialog', { name: 'Delete this generation?' })
    await expect(dialog).toBeVisible()
    await expect(args.result.remove).not.toHaveBeenCalled()
  },
}

/** Texts of strangers stay texts, and long ones stay inside. */
export const HostileTexts: Story = {
  args: {
    result: resultOf(
      {
        ...failed('INPUT_REJECTED', {
          issues: [
            {
              path: ['prompt'],
              message: '<img src=x onerror="document.title=1"> '.repeat(3) + 'x'.repeat(180),
              code: 'INVALID',
            },
          ],
        }),
        input: {
          __typename: 'TextToVideoGenerationInput',
          prompt: `\u202Eevil ${'supercalifragilistic'.repeat(12)} <script>alert(1)</script> مرحبا بالعالم`,
          aspectRatio: 'RATIO_16_9',
        },
      },
      { logs: linesOf('y'.repeat(300), '<b>bold</b>', '\u202Ereversed') },
    ),
  },
  play: async ({ canvasElement }) => {
    await expect(canvasElement.querySelectorAll('img, script, .pk-logs b')).toHaveLength(0)
    await expect(canvasElement.scrollWidth).toBeLessThanOrEqual(canvasElement.clientWidth)
  },
}

/** The parts in another order: the words beside the stage, no steps and no log. */
export const LaidOutAnew: Story = {
  parameters: { inlineSize: 720 },
  render: () => (
    <VideoResult.Frame result={resultOf(completed(storyVideo()))}>
      <div
        style={{
          display: 'grid',
          gridTemplateColumns: 'repeat(auto-fit, minmax(min(300px, 100%), 1fr))',
          gap: 20,
        }}
      >
        <VideoResult.Stage>
          <VideoResult.Player hasShortcuts={false} compareWith={null} />
        </VideoResult.Stage>
        <div style={{ display: 'grid', gap: 12, alignContent: 'start' }}>
          <VideoResult.Status />
          <VideoResult.Failure />
          <VideoResult.Actions />
        </div>
      </div>
    </VideoResult.Frame>
  ),
}

/** No part of the kit but the hook: what `useVideoResult` answers, in a line of one's own. */
export const Headless: Story = {
  render: function OneLine() {
    // In an app: const result = useVideoResult(id)
    const [result] = useState(() =>
      resultOf(inProgress({ eta: { earliest: secondsFromNow(42), latest: secondsFromNow(58) } })),
    )
    const { generation, ready } = result
    return (
      <p>
        <b>{generation?.status}</b>{' '}
        {ready !== null && ready !== 'late' && `${ready.from} to ${ready.to} seconds to go`}{' '}
        {result.canCancel && <button onClick={result.cancel}>Stop</button>}
      </p>
    )
  },
}

export const Dark: Story = { ...ReadySoon, globals: { theme: 'dark' } }
export const DarkReady: Story = { ...Ready, globals: { theme: 'dark' } }
export const DarkFailed: Story = { ...ResultExpired, globals: { theme: 'dark' } }
export const RightToLeft: Story = { ...Ready, globals: { direction: 'rtl' } }
export const Narrow: Story = {
  ...Ready,
  parameters: { inlineSize: 280 },
}
export const NarrowFailed: Story = {
  ...InputRejected,
  parameters: { inlineSize: 280 },
}
