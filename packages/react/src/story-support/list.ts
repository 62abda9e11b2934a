import { everything } from '../generation-list/filters.ts'
import type { UseGenerationList } from '../generation-list/useGenerationList.ts'
import type { GenerationData } from '../graphql/documents.ts'
import { completed, failed, storyGeneration } from './generations.ts'
import { storyPicture } from './pictures.ts'

/** What `useGenerationList` would answer. */
export function storyList(changes: Partial<UseGenerationList> = {}): UseGenerationList {
  return {
    generations: [],
    isLoading: false,
    error: null,
    hasMore: false,
    isOffline: false,
    loadMore: () => {},
    refresh: () => {},
    remove: () => {},
    choice: everything,
    choose: () => {},
    isFiltering: false,
    isFixed: { operation: false, status: false },
    operations: [
      { id: 'TEXT_TO_VIDEO', title: 'Text to video' },
      { id: 'IMAGE_TO_VIDEO', title: 'Image to video' },
      { id: 'PIKAFFECTS', title: 'Pikaffects' },
    ],
    tags: [],
    deleteAll: async (ids) => ({ deleted: ids, refusal: null }),
    ...changes,
  }
}

const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString()
const operations = {
  picture: { id: 'IMAGE_TO_VIDEO', title: 'Image to video', mutationName: 'generateImageToVideo' },
  effect: { id: 'PIKAFFECTS', title: 'Pikaffects', mutationName: 'generatePikaffects' },
  swap: { id: 'PIKASWAPS', title: 'Pikaswaps', mutationName: 'generatePikaswaps' },
} as const

/** Of each kind one: waiting, rendering, ready, failed, cancelled; with and without a picture. */
export function mixedGenerations(videoUrl: string): GenerationData[] {
  const picture = (hue: number, prompt = 'mist drifts over the hills') => ({
    operation: operations.picture,
    input: { __typename: 'ImageToVideoGenerationInput' as const, imageUrl: storyPicture(hue), prompt },
  })
  return [
    storyGeneration({ id: 'gen_8', createdAt: minutesAgo(0), tags: ['trailer'] }),
    storyGeneration({
      id: 'gen_7',
      status: 'IN_PROGRESS',
      queuePosition: null,
      createdAt: minutesAgo(1),
      ...picture(280),
    }),
    completed(videoUrl, { id: 'gen_6', createdAt: minutesAgo(4), tags: ['trailer', 'cats'] }),
    { ...failed('CONTENT_REFUSED'), id: 'gen_5', createdAt: minutesAgo(12) },
    completed(videoUrl, { id: 'gen_4', createdAt: minutesAgo(55), ...picture(20) }),
    storyGeneration({
      id: 'gen_3',
      status: 'CANCELLED',
      queuePosition: null,
      createdAt: minutesAgo(180),
      operation: operations.effect,
      input: {
        __typename: 'PikaffectsGenerationInput',
        imageUrl: storyPicture(120),
        pikaffect: 'CAKE_IFY',
        optionalPrompt: null,
      },
    }),
    {
      ...failed('PROVIDER_FAILED'),
      id: 'gen_2',
      createdAt: minutesAgo(1_500),
      operation: operations.swap,
      input: {
        __typename: 'PikaswapsGenerationInput',
        videoUrl: 'https://nowhere.test/a.mp4',
        optionalPrompt: 'a red umbrella in place of the hat '.repeat(6),
      },
    },
    completed('data:video/mp4;base64,AAAA', { id: 'gen_1', createdAt: minutesAgo(9_000), ...picture(60) }),
  ]
}

/** As many as a busy viewer has. */
export function manyGenerations(count: number): GenerationData[] {
  const pictures = Array.from({ length: 12 }, (_, index) => storyPicture(index * 30))
  return Array.from({ length: count }, (_, index) =>
    storyGeneration({
      id: `gen_${count - index}`,
      status: 'CANCELLED',
      queuePosition: null,
      createdAt: minutesAgo(index * 7),
      operation: operations.picture,
      input: {
        __typename: 'ImageToVideoGenerationInput',
        imageUrl: pictures[index % pictures.length] ?? '',
        prompt: `number ${count - index}`,
      },
    }),
  )
}
