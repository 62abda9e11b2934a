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

const collectionImage = z
  .strictObject({ imageUrl: mediaUrl('image', 'Image', 'An image of the collection.') })
  .meta({ typeName: 'CollectionImage' })

/** The body that pikascenes took before v2.2 settled (`images: [{ image_url }]`), which fal still accepts at the same endpoint. */
export const collectionToVideo = defineOperation({
  id: 'COLLECTION_TO_VIDEO',
  title: 'Collection to video',
  description: 'A collection of images becomes one video (the older form of Pikascenes).',
  endpointId: 'fal-ai/pika/v2.2/pikascenes',
  availability: 'LEGACY',
  draft: 'composition',
  input: z.strictObject({
    images: z
      .array(collectionImage)
      .min(1)
      .max(20)
      .meta({ label: 'Images', description: 'The images of the collection.' }),
    prompt,
    negativePrompt: negativePrompt(''),
    seed,
    aspectRatio,
    resolution: resolution('720p'),
    duration,
    ingredientsMode: ingredientsMode('creative'),
  }),
})
