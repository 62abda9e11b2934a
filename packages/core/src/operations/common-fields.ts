// The fields that several operations share. Sources: fal's page of each endpoint, as collected in its OpenAPI and client types.
import { z } from 'zod'
import { describeMediaProblem } from '../media/media-problem.ts'
import type { MediaKind } from '../media/media-types.ts'
import { mediaUrlProblem } from '../media/media-url.ts'
import type { FieldMetadata } from './fields.ts'

const meta = (metadata: FieldMetadata): FieldMetadata & Record<string, unknown> => ({ ...metadata })

// fal documents no limit for texts; this one only keeps a mistake (a whole file pasted) from being sent and paid.
const LONGEST_TEXT = 10_000

/** A public http(s) URL, a base64 data URI, or a URL that an upload returned. */
export function mediaUrl(media: MediaKind, label: string, description: string) {
  return z
    .string()
    .superRefine((value, context) => {
      const problem = mediaUrlProblem(value, media)
      if (!problem) return
      const message = describeMediaProblem(problem)
      context.addIssue({ code: 'custom', message, params: { code: 'NOT_A_MEDIA_URL' } })
    })
    .meta(meta({ media, label, description }))
}

export const prompt = z
  .string()
  .trim()
  .min(1)
  .max(LONGEST_TEXT)
  .meta(meta({ label: 'Prompt', description: 'What should happen, in words.', isMultiline: true }))

/** A prompt that may be left out; an empty one counts as left out. */
export const optionalPrompt = z
  .string()
  .trim()
  .max(LONGEST_TEXT)
  .meta(meta({ label: 'Prompt', description: 'What should happen, in words.', isMultiline: true }))
  .optional()

/** `fallback` is fal's default for the endpoint; it differs between endpoints. */
export function negativePrompt(fallback: string) {
  return z
    .string()
    .trim()
    .max(LONGEST_TEXT)
    .meta(
      meta({ label: 'Negative prompt', description: 'What should be avoided, in words.', isAdvanced: true }),
    )
    .default(fallback)
}

// GraphQL's Int ends at 2^31 − 1; fal documents no bound.
export const seed = z
  .int()
  .min(0)
  .max(2_147_483_647)
  .meta(
    meta({
      label: 'Seed',
      description: 'The same seed with the same input gives a similar video. Random when left out.',
      isAdvanced: true,
    }),
  )
  .optional()

export const RESOLUTIONS = ['720p', '1080p'] as const

/** The length of the short side of the video. */
export function resolution(fallback: (typeof RESOLUTIONS)[number]) {
  return z
    .enum(RESOLUTIONS)
    .meta(
      meta({
        label: 'Resolution',
        description: 'The short side of the video, in pixels.',
        typeName: 'Resolution',
        valuePrefix: 'RESOLUTION_',
      }),
    )
    .default(fallback)
}

export const ASPECT_RATIOS = ['16:9', '9:16', '1:1', '4:5', '5:4', '3:2', '2:3'] as const

export const aspectRatio = z
  .enum(ASPECT_RATIOS)
  .meta(
    meta({
      label: 'Aspect ratio',
      description: 'Width to height of the video.',
      typeName: 'AspectRatio',
      valuePrefix: 'RATIO_',
    }),
  )
  .default('16:9')

export const duration = z
  .literal([5, 10])
  .meta(meta({ label: 'Duration', description: 'Length of the video.', unit: 'seconds' }))
  .default(5)

/** Precise keeps the ingredients as they are, creative takes liberties. */
export function ingredientsMode(fallback: 'precise' | 'creative') {
  return z
    .enum(['precise', 'creative'])
    .meta(
      meta({
        label: 'Ingredients mode',
        description: 'Precise keeps the ingredients as they are; creative takes liberties.',
        typeName: 'IngredientsMode',
      }),
    )
    .default(fallback)
}
