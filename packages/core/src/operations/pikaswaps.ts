import { z } from 'zod'
import { mediaUrl, negativePrompt, optionalPrompt, seed } from './common-fields.ts'
import { defineOperation } from './operation.ts'

/**
 * One thing in a video is replaced. Rules: fal-ai/pika/v2/pikaswaps.
 * fal requires only the video. A swap without an image and without words has nothing to put in, so it is refused here,
 * before it is paid.
 */
export const pikaswaps = defineOperation({
  id: 'PIKASWAPS',
  title: 'Pikaswaps',
  description: 'Replace one thing in a video by what an image shows or a prompt says.',
  endpointId: 'fal-ai/pika/v2/pikaswaps',
  availability: 'AVAILABLE',
  draft: 'edit',
  input: z
    .strictObject({
      videoUrl: mediaUrl('video', 'Video', 'The video to change.'),
      imageUrl: mediaUrl('image', 'Replacement', 'What to put in.').optional(),
      modifyRegion: z
        .string()
        .trim()
        .max(10_000)
        .meta({ label: 'What to replace', description: 'The thing in the video that is replaced, in words.' })
        .optional(),
      prompt: optionalPrompt,
      negativePrompt: negativePrompt(''),
      seed,
    })
    .superRefine((input, context) => {
      if (input.imageUrl || input.prompt) return
      context.addIssue({
        code: 'custom',
        path: ['prompt'],
        message: 'is needed where no replacement image is given: say what to put in, or add imageUrl',
        params: { code: 'REQUIRED' },
      })
    }),
})
