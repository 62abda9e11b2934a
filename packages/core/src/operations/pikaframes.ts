import { z } from 'zod'
import {
  MAXIMUM_KEYFRAMES,
  MAXIMUM_TOTAL_SECONDS,
  MINIMUM_KEYFRAMES,
  DEFAULT_TRANSITION_SECONDS,
} from '../keyframes/limits.ts'
import { mediaUrl, negativePrompt, optionalPrompt, resolution, seed } from './common-fields.ts'
import { defineOperation } from './operation.ts'

const keyframeTransition = z
  .strictObject({
    duration: z
      .int()
      .min(1)
      .max(MAXIMUM_TOTAL_SECONDS)
      .meta({ label: 'Duration', description: 'Seconds from this keyframe to the next.', unit: 'seconds' })
      .default(DEFAULT_TRANSITION_SECONDS),
    prompt: optionalPrompt,
  })
  .meta({ typeName: 'KeyframeTransition' })

/** 2–5 stills become one video. Rules: fal-ai/pika/v2.2/pikaframes. */
export const pikaframes = defineOperation({
  id: 'PIKAFRAMES',
  title: 'Pikaframes',
  description: 'Two to five keyframes become one video, with a transition between each.',
  endpointId: 'fal-ai/pika/v2.2/pikaframes',
  availability: 'AVAILABLE',
  draft: 'transitions',
  input: z
    .strictObject({
      imageUrls: z
        .array(mediaUrl('image', 'Keyframe', 'A still of the video.'))
        .min(MINIMUM_KEYFRAMES)
        .max(MAXIMUM_KEYFRAMES)
        .meta({ label: 'Keyframes', description: 'Two to five images, in the order of the video.' }),
      transitions: z
        .array(keyframeTransition)
        .meta({
          label: 'Transitions',
          description:
            'One between each two keyframes. Left out: 5 seconds each, with the prompt of the whole.',
        })
        .optional(),
      prompt: optionalPrompt,
      negativePrompt: negativePrompt(''),
      seed,
      resolution: resolution('720p'),
    })
    .superRefine(({ imageUrls, transitions }, context) => {
      if (!transitions) return
      const wanted = imageUrls.length - 1
      if (transitions.length !== wanted) {
        const message = `has ${transitions.length}, but ${imageUrls.length} keyframes need ${wanted}: one between each two`
        context.addIssue({ code: 'custom', path: ['transitions'], message, params: { code: 'WRONG_COUNT' } })
        return
      }
      const total = transitions.reduce((sum, transition) => sum + transition.duration, 0)
      if (total > MAXIMUM_TOTAL_SECONDS) {
        const message = `last ${total} s together: shorten them to ${MAXIMUM_TOTAL_SECONDS} s or less`
        context.addIssue({ code: 'custom', path: ['transitions'], message, params: { code: 'OVER_BUDGET' } })
      }
    }),
})
