import { z } from 'zod'
import { duration, mediaUrl, negativePrompt, prompt, resolution, seed } from './common-fields.ts'
import { defineOperation } from './operation.ts'

/** A still comes to life. Rules: fal-ai/pika/v2.2/image-to-video. */
export const imageToVideo = defineOperation({
  id: 'IMAGE_TO_VIDEO',
  title: 'Image to video',
  description: 'One image comes to life as the prompt says.',
  endpointId: 'fal-ai/pika/v2.2/image-to-video',
  availability: 'AVAILABLE',
  draft: 'camera',
  input: z.strictObject({
    imageUrl: mediaUrl('image', 'Image', 'The first frame of the video.'),
    prompt,
    negativePrompt: negativePrompt(''),
    seed,
    resolution: resolution('720p'),
    duration,
  }),
})
