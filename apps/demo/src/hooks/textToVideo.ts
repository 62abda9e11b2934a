import { createCatalog, type Operation } from '@pika-kit/core'

/** What the stories of the hooks generate. */
export const textToVideo = createCatalog().find('TEXT_TO_VIDEO') as Operation
