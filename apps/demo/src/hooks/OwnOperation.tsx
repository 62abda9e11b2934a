import { defineOperation } from '@pika-kit/core'
import { OperationForm, useGenerate, useUpload, VideoResult } from '@pika-kit/react'
import { z } from 'zod'
import { idOf } from './idOf.ts'

/** Any fal endpoint that answers with a video: its one definition. */
export const turboTextToVideo = defineOperation({
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

export function OwnOperation() {
  const { generate, outcome } = useGenerate(turboTextToVideo)
  return (
    <div style={{ display: 'grid', gap: 24, gridTemplateColumns: 'repeat(auto-fit, minmax(260px, 1fr))' }}>
      <OperationForm operation={turboTextToVideo} upload={useUpload()} onGenerate={generate} />
      <VideoResult id={idOf(outcome)} />
    </div>
  )
}
