import { z } from 'zod'
import {
  aspectRatio,
  duration,
  ingredientsMode,
  mediaUrl,
  negativePrompt,
  prompt,
  resolution,
  seed,
} from './common-fields.ts'
import { defineOperation } from './operation.ts'

/**
 * Several images, the ingredients, become one scene. Rules: fal-ai/pika/v2.2/pikascenes.
 * fal documents no count limit; twenty only keeps a mistake from being sent. Its default resolution is 1080p, the dearer one.
 */
export const pikascenes = defineOperation({
  id: 'PIKASCENES',
  title: 'Pikascenes',
  description: 'Put people, things and places from several images into one scene.',
  endpointId: 'fal-ai/pika/v2.2/pikascenes',
  availability: 'AVAILABLE',
  draft: 'composition',
  input: z.strictObject({
    imageUrls: z
      .array(mediaUrl('image', 'Ingredient', 'A person, thing or place of the scene.'))
      .min(1)
      .max(20)
      .meta({ label: 'Ingredients', description: 'The images that the scene is made of.' }),
    prompt,
    negativePrompt: negativePrompt('ugly, bad, terrible'),
    seed,
    aspectRatio,
    resolution: resolution('1080p'),
    duration,
    ingredientsMode: ingredientsMode('precise'),
  }),
})
