import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, fn } from 'storybook/test'
import type { GenerationData } from '../graphql/documents.ts'
import { isFinalStatus } from '../hooks/newest.ts'
import { completed, failed, storyGeneration } from '../story-support/generations.ts'
import { storyPicture, storyVideo } from '../story-support/pictures.ts'
import { canCancel, canRecover, elapsedSeconds, readyIn, stepStates } from './resultView.ts'
import type { UseVideoResult } from './useVideoResult.ts'
import { VideoResultView } from './VideoResultView.tsx'

/** What `useVideoResult` would answer for a generation. */
function resultOf(generation: GenerationData | null, changes: Partial<UseVideoResult> = {}): UseVideoResult {
  return {
    generation,
    logs: [],
    connection: generation ? 'live' : 'idle',
    error: null,
    steps: generation && stepStates(generation),
    elapsed: generation ? elapsedSeconds(generation, Date.now()) : 0,
    ready: generation && readyIn(generation, Date.now()),
    isFinal: generation !== null && isFinalStatus(generation.status),
    canCancel: generation !== null && canCancel(generation),
    cancelOutcome: null,
    canRecover: generation !== null && canRecover(generation),
    recoverOutcome: null,
    actionError: null,
    isBusy: false,
    cancel: fn(),
    retry: fn(),
    recover: fn(),
    remove: fn(),
    ...changes,
  }
}

const logs = [
  'fetched image 1 of 3 (1280×720)',
  'transition 1 of 2',
  'frame 40 of 120',
  'frame 60 of 120',
].map((message, index) => ({
  sequence: index + 4,
  timestamp: '2026-11-24T09:30:00',
  level: 'INFO',
  message,
}))

/** One generation through all its states. Here each state is given; `VideoResult` follows a real one by its id. */
const meta = {
  title: 'VideoResult',
  component: VideoResultView,
  decorators: [(Story) => <div style={{ maxInlineSize: 360 }}>{Story()}</div>],
  args: { result: resultOf(null) },
} satisfies Meta<typeof VideoResultView>
export default meta

type Story = StoryObj<typeof meta>

export const Empty: Story = {}
export const Connecting: Story = { args: { result: resultOf(null, { connection: 'connecting' }) } }
export const NotFound: Story = {
  args: { result: resultOf(null, { connection: 'failed', error: 'There is no generation with this id.' }) },
}
export const Sending: Story = {
  args: {
    result: resultOf(storyGeneration({ status: 'SUBMITTING', queuePosition: null, submittedAt: null })),
  },
}
export const Unconfirmed: Story = {
  args: {
    result: resultOf(storyGeneration({ status: 'UNCONFIRMED', queuePosition: null, submittedAt: null })),
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

export const Rendering: Story = {
  args: {
    result: resultOf(
      storyGeneration({ status: 'IN_PROGRESS', queuePosition: null, startedAt: new Date().toISOString() }),
      { logs },
    ),
  },
}

const secondsFromNow = (seconds: number) => new Date(Date.now() + seconds * 1_000).toISOString()

/** The range is told from how long others with the same settings took. */
export const ReadySoon: Story = {
  args: {
    result: resultOf(
      storyGeneration({
        status: 'IN_PROGRESS',
        queuePosition: null,
        startedAt: new Date().toISOString(),
        eta: { earliest: secondsFromNow(42), latest: secondsFromNow(58) },
      }),
      { logs },
    ),
  },
  play: async ({ canvas }) => {
    await expect(canvas.getByText('Ready in 40–60 s')).toBeVisible()
  },
}

export const LongerThanMost: Story = {
  args: {
    result: resultOf(
      storyGeneration({
        status: 'IN_PROGRESS',
        queuePosition: null,
        startedAt: new Date().toISOString(),
        eta: { earliest: secondsFromNow(-40), latest: secondsFromNow(-6) },
      }),
    ),
  },
  play: async ({ canvas }) => {
    await expect(canvas.getByText('It takes longer than most.')).toBeVisible()
  },
}

export const RenderingFromAPicture: Story = {
  render: () => {
    const input = {
      __typename: 'ImageToVideoGenerationInput' as const,
      imageUrl: storyPicture(210),
      prompt: 'mist drifts',
    }
    const generation = storyGeneration({
      status: 'IN_PROGRESS',
      queuePosition: null,
      startedAt: new Date().toISOString(),
      input,
    })
    return <VideoResultView result={resultOf(generation, { logs })} />
  },
}

export const Saving: Story = {
  args: { result: resultOf(storyGeneration({ status: 'FINALIZING', queuePosition: null })) },
}

export const Ready: Story = {
  loaders: [async () => ({ url: await storyVideo() })],
  render: (_args, { loaded }) => (
    <VideoResultView result={resultOf(completed(String(loaded['url'])), { logs })} />
  ),
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('link', { name: 'Download' })).toHaveAttribute('download', 'boat.webm')
  },
}

export const RefusedByTheModel: Story = {
  args: {
    result: resultOf(
      failed('INPUT_REJECTED', {
        issues: [{ path: ['imageUrls', '1'], message: 'could not be read', code: 'INVALID' }],
      }),
    ),
  },
}

export const ProviderFailed: Story = {
  args: { result: resultOf(failed('PROVIDER_FAILED', { detail: 'Runner disconnected.' })) },
  play: async ({ canvas, userEvent, args }) => {
    await expect(canvas.getByText(/Nothing was paid/)).toBeVisible()
    await userEvent.click(canvas.getByRole('button', { name: 'Generate again' }))
    await expect(args.result.retry).toHaveBeenCalled()
  },
}

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

export const Cancelled: Story = {
  args: {
    result: resultOf(
      storyGeneration({ status: 'CANCELLED', queuePosition: null, completedAt: new Date().toISOString() }),
    ),
  },
}

export const CancelWasAskedFor: Story = {
  args: {
    result: resultOf(storyGeneration({ cancelRequestedAt: new Date().toISOString() }), {
      cancelOutcome: { type: 'REQUESTED', generation: storyGeneration() },
    }),
  },
}

export const ConnectionLost: Story = {
  args: {
    result: resultOf(storyGeneration(), { connection: 'failed', error: 'The server cannot be reached.' }),
  },
}

export const Dark: Story = { ...Rendering, globals: { theme: 'dark' } }
