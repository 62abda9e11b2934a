import type { FieldDescription, Operation } from '@pika-kit/core'
import type { DraftImage, DraftVideo } from './canvas.ts'

/** What a draft needs to know of an operation: plain data, so that it can be sent to a worker. */
export type DraftOperation = Pick<Operation, 'draft' | 'fields'>

/** One media URL that an input names, and where it stands there. */
export interface MediaReference {
  url: string
  kind: 'image' | 'video'
  /** For example `['imageUrls', 1]`. */
  path: (string | number)[]
}

/** The decoded media of an input, by the URL as it stands in the input. */
export type DraftMedia = ReadonlyMap<string, DraftImage | DraftVideo>

/** Which media an input names, in the order of the operation's fields. Read off the fields, so it holds for any operation. */
export function mediaUrlsOf(operation: DraftOperation, input: Record<string, unknown>): MediaReference[] {
  return operation.fields.flatMap((field) => referencesIn(field, input[field.name], [field.name]))
}

/** The decoded images of an input, in order. Throws when one is missing from `media`. */
export function imagesOf(
  operation: DraftOperation,
  input: Record<string, unknown>,
  media: DraftMedia,
): DraftImage[] {
  return mediaUrlsOf(operation, input)
    .filter(({ kind }) => kind === 'image')
    .map((reference) => {
      const image = found(reference, media)
      if (isVideo(image))
        throw new TypeError(`${reference.path.join('.')} must be an image, but its medium is a video`)
      return image
    })
}

/** The decoded videos of an input, in order. Throws when one is missing from `media`. */
export function videosOf(
  operation: DraftOperation,
  input: Record<string, unknown>,
  media: DraftMedia,
): DraftVideo[] {
  return mediaUrlsOf(operation, input)
    .filter(({ kind }) => kind === 'video')
    .map((reference) => {
      const video = found(reference, media)
      if (!isVideo(video))
        throw new TypeError(`${reference.path.join('.')} must be a video, but its medium is an image`)
      return video
    })
}

function found(reference: MediaReference, media: DraftMedia): DraftImage | DraftVideo {
  const medium = media.get(reference.url)
  if (!medium)
    throw new TypeError(`${reference.path.join('.')} is not decoded: add it to media under its URL`)
  return medium
}

function isVideo(medium: DraftImage | DraftVideo): medium is DraftVideo {
  return 'frameAt' in medium
}

function referencesIn(field: FieldDescription, value: unknown, path: (string | number)[]): MediaReference[] {
  if (field.type === 'media' && typeof value === 'string')
    return [{ url: value, kind: field.media ?? 'image', path }]
  const { item } = field
  if (field.type === 'list' && item && Array.isArray(value)) {
    return value.flatMap((entry: unknown, index) => referencesIn(item, entry, [...path, index]))
  }
  if (field.type === 'group' && typeof value === 'object' && value !== null) {
    return (field.fields ?? []).flatMap((inner) =>
      referencesIn(inner, (value as Record<string, unknown>)[inner.name], [...path, inner.name]),
    )
  }
  return []
}
