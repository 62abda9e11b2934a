import { useState } from 'react'
import { FilmIcon, ImageIcon, WarningIcon } from '../internals/icons.tsx'
import { Picture } from '../internals/Picture.tsx'
import { mediaWords } from '../messages/english/media.ts'
import { useWords } from '../messages/useWords.ts'
import { useMedia } from './MediaInputContext.ts'
import type { MediaEntry } from './useMediaInput.ts'

export interface MediaInputPreviewProps {
  /** Which one, of `entries`. */
  entry: MediaEntry
  /** Of a video: gives it the browser's controls. */
  hasControls?: boolean
}

/** The picture or the video itself, with its progress over it. Where it cannot be shown, words say so; it may be right all the same. */
export function MediaInputPreview({ entry, hasControls = false }: MediaInputPreviewProps) {
  const { kind, describe, label } = useMedia('Preview')
  const words = useWords(mediaWords)
  const [unseen, setUnseen] = useState<string | null>(null)
  const { shownUrl, details, id } = entry
  const fallback = (
    <div className="pk-media-unseen">
      {entry.upload ? kind === 'image' ? <ImageIcon /> : <FilmIcon /> : <WarningIcon />}
      <span className="pk-hint">{entry.upload ? details.name : words.unseen[kind]}</span>
    </div>
  )
  return (
    <div className="pk-media-preview">
      {shownUrl === null || unseen === shownUrl ? (
        fallback
      ) : kind === 'image' ? (
        <Picture
          src={shownUrl}
          fallback={fallback}
          onLoad={({ currentTarget: { naturalWidth: width, naturalHeight: height } }) =>
            details.width === null && width > 0 && describe(id, { width, height })
          }
        />
      ) : (
        // The viewer's own clip, which has no captions.
        // oxlint-disable-next-line jsx-a11y/media-has-caption
        <video
          src={shownUrl}
          muted
          loop
          playsInline
          preload="metadata"
          controls={hasControls}
          aria-label={details.name ?? label}
          onError={() => setUnseen(shownUrl)}
          onLoadedMetadata={({ currentTarget: { videoWidth: width, videoHeight: height, duration } }) =>
            details.width === null &&
            describe(id, { width, height, seconds: Number.isFinite(duration) ? duration : null })
          }
        />
      )}
      <Progress entry={entry} />
    </div>
  )
}

function Progress({ entry: { upload, details } }: { entry: MediaEntry }) {
  const words = useWords(mediaWords)
  if (!upload || upload.error) return null
  const percent = Math.round(upload.part * 100)
  return (
    <div
      className="pk-media-progress"
      role="progressbar"
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={percent}
      aria-label={words.uploading(details.name ?? '', percent)}
    >
      <span style={{ inlineSize: `${upload.part * 100}%` }} />
    </div>
  )
}
