import { DEFAULT_MEDIA_BYTES, MEDIA_TYPES, type MediaKind, mediaTypeOf } from './media-types.ts'

/** Why a file cannot be taken, as far as its type and its size tell. */
export type MediaFileProblem =
  | { code: 'EMPTY' }
  /** `type` is what its bytes say, not its name; null when they say nothing. */
  | { code: 'WRONG_TYPE'; type: string | null; kind: MediaKind | null }
  | { code: 'TOO_LARGE'; bytes: number; limit: number; kind: MediaKind }

/** Why a file or an address cannot be taken. Words for people are made from it where they are shown. */
export type MediaProblem =
  | MediaFileProblem
  | { code: 'UNREADABLE' }
  | { code: 'TOO_LONG'; seconds: number; limit: number }
  | { code: 'NOT_AN_ADDRESS' }
  | { code: 'WRONG_DATA_URI'; kind: MediaKind }
  | { code: 'NOT_BASE64' }
  | { code: 'BROKEN_BASE64' }

/** What can be said of a file before it is sent. */
export interface MediaFacts {
  /** MIME type; null when it is not known. */
  type: string | null
  bytes: number
}

/**
 * What is wrong with a file, null when nothing is. The server asks this before it gives a ticket, and the kit before it asks
 * for one. `kind` narrows it to pictures or videos; `limits` are bytes.
 */
export function mediaFileProblem(
  { type, bytes }: MediaFacts,
  {
    kind = null,
    limits = DEFAULT_MEDIA_BYTES,
  }: { kind?: MediaKind | null; limits?: Readonly<Record<MediaKind, number>> } = {},
): MediaFileProblem | null {
  if (bytes < 1) return { code: 'EMPTY' }
  const known = mediaTypeOf(type ?? '')
  if (!known || (kind && known.kind !== kind)) return { code: 'WRONG_TYPE', type, kind }
  const limit = limits[known.kind]
  return bytes > limit ? { code: 'TOO_LARGE', bytes, limit, kind: known.kind } : null
}

/** A problem in English, to read after the name of the field or the file: `is image/tiff: send PNG, …`. */
export function describeMediaProblem(problem: MediaProblem): string {
  switch (problem.code) {
    case 'EMPTY':
      return 'has no bytes: the file is empty'
    case 'WRONG_TYPE':
      return `is ${problem.type ?? 'of no known format'}: send ${titles(problem.kind)}`
    case 'TOO_LARGE':
      return `has ${fileSize(problem.bytes)}, and ${fileSize(problem.limit)} is the limit for ${withArticle(problem.kind)}`
    case 'UNREADABLE':
      return 'cannot be read: the file is broken'
    case 'TOO_LONG':
      return `lasts ${seconds(problem.seconds)} s, and ${seconds(problem.limit)} s is the limit`
    case 'NOT_AN_ADDRESS':
      return 'must be an http(s) URL, a base64 data URI, or the URL that an upload returned'
    case 'WRONG_DATA_URI':
      return `is a data URI, but not of ${withArticle(problem.kind)}: it must start with data:${problem.kind}/`
    case 'NOT_BASE64':
      return 'is a data URI without ;base64: only base64 data URIs are accepted'
    case 'BROKEN_BASE64':
      return 'is a data URI whose base64 is broken'
  }
}

/** `PNG, JPEG, WebP, GIF or AVIF`: the formats of a kind, or of both. */
function titles(kind: MediaKind | null): string {
  const all = MEDIA_TYPES.filter((known) => !kind || known.kind === kind).map(({ title }) => title)
  return `${all.slice(0, -1).join(', ')} or ${all.at(-1)}`
}

/** `42 kB`, `48 MB`, in units of 1,024. A byte over a limit is said to be over it: `32.1 MB`. */
export function fileSize(bytes: number): string {
  const megabytes = bytes / 1024 ** 2
  if (megabytes < 1) return `${Math.ceil(bytes / 1024)} kB`
  return `${Number.isInteger(megabytes) ? megabytes : (Math.ceil(megabytes * 10) / 10).toFixed(1)} MB`
}

const seconds = (value: number) => Math.ceil(value * 10) / 10

function withArticle(kind: MediaKind): string {
  return kind === 'image' ? 'an image' : 'a video'
}
