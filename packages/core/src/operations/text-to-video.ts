import { z } from 'zod'
import { aspectRatio, duration, negativePrompt, prompt, resolution, seed } from './common-fields.ts'
import { defineOperation } from './operation.ts'

/** A video from words. Rules: fal-ai/pika/v2.2/text-to-video. */
export const textToVideo = defineOperation({
  id: 'TEXT_TO_VIDEO',
  title: 'Text to video',
  description: 'A video from words alone.',
  endpointId: 'fal-ai/pika/v2.2/text-to-video',
  availability: 'AVAILABLE',
  draft: 'title',
  input: z.strictObject({
    prompt,
    negativePrompt: negativePrompt('ugly, bad, terrible'),
    seed,
    aspectRatio,
    resolution: resolution('720p'),
    duration,
  }),
})
