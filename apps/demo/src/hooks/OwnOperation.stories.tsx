import { defineOperation } from '@pika-kit/core'
import { OperationForm, useGenerate, useUpload, VideoResult } from '@pika-kit/react'
import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect } from 'storybook/test'
import { z } from 'zod'
import { idOf } from './idOf.ts'

/** Any fal endpoint that answers with a video: its one definition. */
const turboTextToVideo = defineOperation({
  id: 'TURBO_TEXT_TO_VIDEO',
  title: 'Turbo text to video',
  description: 'A quick video from words.',
  endpointId: 'fal-ai/pika/v2/turbo/text-to-video',
  availability: 'AVAILABLE',
  draft: 'title',
  input: z.strictObject({
    prompt: z
      .string()
      .trim()
      .min(1)
      .meta({ label: 'Prompt', description: 'What should happen.', isMultiline: true }),
    duration: z
      .int()
      .min(1)
      .max(10)
      .meta({ label: 'Duration', description: 'Length of the video.', unit: 'seconds' })
      .default(2),
  }),
})

function OwnOperation() {
  const { generate, outcome } = useGenerate(turboTextToVideo)
  return (
    <div style={{ display: 'grid', gap: 24, gridTemplateColumns: 'repeat(auto-fit, minmax(260px, 1fr))' }}>
      <OperationForm operation={turboTextToVideo} upload={useUpload()} onGenerate={generate} />
      <VideoResult id={idOf(outcome)} />
    </div>
  )
}

/**
 * Your own schema: from one definition come the mutation with its types, the validation on both sides, the form, the draft
 * and the result. The recipe is `docs/recipes/add-an-operation.md`.
 */
const meta = {
  title: 'Your own operation',
  component: OwnOperation,
  // As the Studio's: what is told of a generation grows by a line.
  parameters: { live: { operations: [turboTextToVideo] }, layoutShift: 0.05 },
} satisfies Meta<typeof OwnOperation>
export default meta

export const TurboTextToVideo: StoryObj<typeof meta> = {
  globals: { latency: 50 },
  play: async ({ canvas, userEvent }) => {
    await userEvent.type(await canvas.findByRole('textbox', { name: 'Prompt' }), 'a paper boat')
    await userEvent.click(canvas.getByRole('button', { name: 'Generate video' }))
    await expect(await canvas.findByRole('link', { name: 'Download' }, { timeout: 15_000 })).toBeVisible()
  },
}
