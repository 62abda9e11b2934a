import { defineOperation, type Operation } from '@pika-kit/core'
import { z } from 'zod'

/** An operation of one's own, with everything that a field may be. */
export const storyteller = defineOperation({
  id: 'STORYTELLER',
  title: 'Storyteller',
  description: 'Scenes become one film.',
  endpointId: 'my-team/storyteller',
  availability: 'AVAILABLE',
  draft: 'title',
  input: z.strictObject({
    title: z
      .string()
      .trim()
      .min(3)
      .max(60)
      .meta({ label: 'Title', description: 'What stands at the start.' }),
    scenes: z
      .array(
        z
          .strictObject({
            imageUrl: z.string().meta({ label: 'Picture', description: 'How it begins.', media: 'image' }),
            words: z.string().trim().min(1).meta({ label: 'Words', description: 'What is said.' }),
          })
          .meta({ typeName: 'StoryScene', label: 'Scene' }),
      )
      .min(1)
      .max(4)
      .meta({ label: 'Scenes', description: 'In the order of the film.' }),
    mood: z
      .enum(['calm', 'dream-like', 'wild'])
      .meta({ label: 'Mood', description: 'How it moves and sounds.', typeName: 'StoryMood' })
      .default('calm'),
    frame: z
      .enum(['21:9', '4:3'])
      .meta({
        label: 'Frame',
        description: 'Width to height.',
        typeName: 'StoryFrame',
        valuePrefix: 'RATIO_',
      })
      .default('21:9'),
    length: z
      .int()
      .min(3)
      .max(30)
      .meta({ label: 'Length', description: 'Of the film.', unit: 'seconds' })
      .default(12),
    grain: z
      .int()
      .min(0)
      .max(100)
      .meta({ label: 'Grain', description: 'As of old film.', isAdvanced: true })
      .optional(),
  }),
}) as unknown as Operation
