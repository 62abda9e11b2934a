import type { FormValue } from '@pika-kit/react'
import type { Upload } from '@pika-kit/react'
import { samplePicture, sampleVideo } from '../samples/sample-files.ts'

type MakeSample = (upload: Upload) => Promise<FormValue>

const picture = async (id: string, upload: Upload) => (await upload(await samplePicture(id))).url
const pictures = (ids: readonly string[], upload: Upload) => Promise.all(ids.map((id) => picture(id, upload)))

/** For each operation, an input that a visitor can run as it is. Its media goes the way of any upload. */
const samples: Readonly<Record<string, MakeSample>> = {
  PIKAFRAMES: async (upload) => ({
    imageUrls: await pictures(['dawn', 'noon', 'dusk', 'night'], upload),
    transitions: [
      { duration: 2 },
      { duration: 3, prompt: 'clouds race, the light turns gold' },
      { duration: 3, prompt: 'dusk falls, the lamp comes on' },
    ],
    prompt: 'time passes over the coast',
  }),
  IMAGE_TO_VIDEO: async (upload) => ({
    imageUrl: await picture('lake', upload),
    prompt: 'slow push in over the still water, mist drifts',
  }),
  TEXT_TO_VIDEO: async () => ({ prompt: 'A paper boat crosses a puddle at dusk' }),
  PIKASCENES: async (upload) => ({
    imageUrls: await pictures(['figure', 'fruit', 'lake'], upload),
    prompt: 'the clay figure has a picnic by the lake',
    resolution: '720p',
  }),
  PIKASWAPS: async (upload) => ({
    videoUrl: (await upload(await sampleVideo())).url,
    imageUrl: await picture('figure', upload),
    modifyRegion: 'the boat',
    prompt: 'the clay figure sails across',
  }),
  PIKADDITIONS: async (upload) => ({
    videoUrl: (await upload(await sampleVideo())).url,
    imageUrl: await picture('fruit', upload),
    prompt: 'a bowl of fruit floats by',
  }),
  PIKAFFECTS: async (upload) => ({ imageUrl: await picture('figure', upload), pikaffect: 'Melt' }),
  COLLECTION_TO_VIDEO: async (upload) => ({
    images: (await pictures(['city', 'figure', 'night'], upload)).map((imageUrl) => ({ imageUrl })),
    prompt: 'a night walk through the city',
  }),
}

/** Null for an operation that has none. */
export function sampleOf(operationId: string): MakeSample | null {
  return samples[operationId] ?? null
}
