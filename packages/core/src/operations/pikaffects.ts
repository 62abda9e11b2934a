import { z } from 'zod'
import { PIKAFFECTS } from '../effects/effects.ts'
import { mediaUrl, negativePrompt, optionalPrompt, seed } from './common-fields.ts'
import { defineOperation } from './operation.ts'

/** An effect happens to what an image shows. Rules: fal-ai/pika/v1.5/pikaffects. */
export const pikaffects = defineOperation({
  id: 'PIKAFFECTS',
  title: 'Pikaffects',
  description: 'Melt, crush, inflate or explode what an image shows: sixteen effects.',
  endpointId: 'fal-ai/pika/v1.5/pikaffects',
  availability: 'AVAILABLE',
  draft: 'effect',
  input: z.strictObject({
    imageUrl: mediaUrl('image', 'Image', 'Whom or what the effect happens to.'),
    pikaffect: z
      .enum(PIKAFFECTS)
      .meta({ label: 'Effect', description: 'What happens.', typeName: 'Pikaffect' }),
    prompt: optionalPrompt,
    negativePrompt: negativePrompt(''),
    seed,
  }),
})
