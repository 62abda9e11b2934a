/** What a file can be: of one of these kinds. */
export type MediaKind = 'image' | 'video'

/** A format that the models read. */
export interface MediaType {
  /** Its MIME type, for example `image/png`. */
  type: string
  kind: MediaKind
  /** What people call it, for example `PNG`. */
  title: string
}

/** The formats that the models read. SVG and HTML are not among them: they can carry programs. */
export const MEDIA_TYPES: readonly MediaType[] = [
  { type: 'image/png', kind: 'image', title: 'PNG' },
  { type: 'image/jpeg', kind: 'image', title: 'JPEG' },
  { type: 'image/webp', kind: 'image', title: 'WebP' },
  { type: 'image/gif', kind: 'image', title: 'GIF' },
  { type: 'image/avif', kind: 'image', title: 'AVIF' },
  { type: 'video/mp4', kind: 'video', title: 'MP4' },
  { type: 'video/webm', kind: 'video', title: 'WebM' },
  { type: 'video/quicktime', kind: 'video', title: 'MOV' },
]

/** What a server takes unless it was told otherwise, in bytes of one file. fal documents no limit of its own. */
export const DEFAULT_MEDIA_BYTES: Readonly<Record<MediaKind, number>> = {
  image: 32 * 1024 * 1024,
  video: 256 * 1024 * 1024,
}

/** The format that a MIME type names; undefined for one that the models do not read. */
export function mediaTypeOf(type: string): MediaType | undefined {
  return MEDIA_TYPES.find((known) => known.type === type)
}
