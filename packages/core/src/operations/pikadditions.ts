import { z } from 'zod'
import { mediaUrl, negativePrompt, optionalPrompt, seed } from './common-fields.ts'
import { defineOperation } from './operation.ts'

/** One thing is added to a video. Rules: fal-ai/pika/v2/pikadditions. */
export const pikadditions = defineOperation({
  id: 'PIKADDITIONS',
  title: 'Pikadditions',
  description: 'Add someone or something from an image to a video.',
  endpointId: 'fal-ai/pika/v2/pikadditions',
  availability: 'AVAILABLE',
  draft: 'edit',
  input: z.strictObject({
    videoUrl: mediaUrl('video', 'Video', 'The video to add to.'),
    imageUrl: mediaUrl('image', 'Addition', 'Who or what to add.'),
    prompt: optionalPrompt,
    negativePrompt: negativePrompt(''),
    seed,
  }),
})
