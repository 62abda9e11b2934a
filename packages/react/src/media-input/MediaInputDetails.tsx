import { mediaTypeOf } from '@pika-kit/core'
import { mediaWords } from '../messages/english/media.ts'
import { useWords } from '../messages/useWords.ts'
import { useMedia } from './MediaInputContext.ts'
import type { MediaEntry } from './useMediaInput.ts'

/** What is known of a medium: name, format, pixels, seconds, bytes; while it uploads, how far it is; and what went wrong. */
export function MediaInputDetails({ entry }: { entry: MediaEntry }) {
  const { kind } = useMedia('Details')
  const words = useWords(mediaWords)
  const { details, upload } = entry
  const { name, type, width, height, seconds, bytes } = details
  const size = width !== null && height !== null ? { width, height } : null
  const facts = words.details(type && (mediaTypeOf(type)?.title ?? type), size, seconds, bytes)
  return (
    <div className="pk-media-details">
      {name && !upload?.error && (
        <bdi className="pk-media-name" title={name}>
          {name}
        </bdi>
      )}
      {upload?.error ? (
        <p className="pk-issue" role="alert">
          {words.failed(name ?? words.unnamed[kind], upload.error)}
        </p>
      ) : upload ? (
        <span className="pk-hint" aria-hidden="true">
          {words.sent(Math.round(upload.part * 100))}
        </span>
      ) : (
        // Their line is there before they are known.
        <span className="pk-hint">{facts || '\u00a0'}</span>
      )}
    </div>
  )
}
