import { memo, useRef, useState } from 'react'
import type { GenerationData } from '../graphql/documents.ts'
import { isFinalStatus } from '../hooks/newest.ts'
import { CheckIcon, WarningIcon } from '../internals/icons.tsx'
import { OperationIcon } from '../internals/OperationIcon.tsx'
import { Picture } from '../internals/Picture.tsx'
import { catalogWords } from '../messages/english/catalog.ts'
import { commonWords } from '../messages/english/common.ts'
import { resultWords } from '../messages/english/result.ts'
import { useWords } from '../messages/useWords.ts'
import { pictureOf, promptOf } from '../video-result/resultView.ts'
import { useInView } from './useInView.ts'

export interface ListTileProps {
  generation: GenerationData
  /** How long ago, in words. */
  when: string
  /** It is the one that is shown beside the list. */
  isShown: boolean
  /** Ticked or not while several are chosen; null while none are. */
  isTicked: boolean | null
  /** The one tile that Tab reaches. */
  isTabStop: boolean
  /** Called with the tile that was pressed. */
  onPress(id: string): void
}

/** One generation as a thumbnail. Drawn anew only where something of it has changed: a list may have thousands. */
export const ListTile = memo(function ListTile({
  generation,
  when,
  isShown,
  isTicked,
  isTabStop,
  onPress,
}: ListTileProps) {
  const words = useWords(resultWords)
  const tile = useRef<HTMLButtonElement>(null)
  const isSeen = useInView(tile)
  const { id, operation, status } = generation
  const catalog = useWords(catalogWords)
  const { comma } = useWords(commonWords)
  const prompt = promptOf(generation, catalog.effects)
  const kind = catalog.operations[operation.id]?.title ?? operation.title
  const statusWords = words.statuses[status]
  // Most are ready: that is seen. Each is said once.
  const [shown, said] =
    prompt === null ? [statusWords] : status === 'COMPLETED' ? [kind, statusWords] : [statusWords, kind]
  return (
    <button
      ref={tile}
      type="button"
      className="pk-list-tile"
      data-id={id}
      data-status={status.toLowerCase().replace('_', '-')}
      data-selected={isShown || undefined}
      data-live={!isFinalStatus(status) || undefined}
      tabIndex={isTabStop ? 0 : -1}
      title={prompt ?? kind}
      {...(isTicked === null ? { 'aria-pressed': isShown } : { role: 'checkbox', 'aria-checked': isTicked })}
      onClick={() => onPress(id)}
    >
      <span className="pk-list-thumbnail" aria-hidden="true">
        <OperationIcon id={operation.id} />
        {isSeen && <Thumbnail generation={generation} />}
        {status === 'FAILED' && <WarningIcon />}
        {isTicked !== null && <span className="pk-list-tick">{isTicked && <CheckIcon />}</span>}
      </span>
      <span className="pk-list-caption">
        <span className="pk-list-title" dir="auto">
          {prompt ?? kind}
        </span>
        <span className="pk-hidden">{comma}</span>
        <span className="pk-list-meta">
          <span>{shown}</span>
          <span className="pk-hidden">{comma}</span>
          <span>{when}</span>
        </span>
        {said !== undefined && <span className="pk-hidden">{comma + said}</span>}
      </span>
    </button>
  )
})

/** The first picture of the video; where there is none, or it is gone, what it is made from; else the pictogram stays. */
function Thumbnail({ generation }: { generation: GenerationData }) {
  const [gone, setGone] = useState<string | null>(null)
  const { video } = generation
  const picture = pictureOf(generation)
  if (video && gone !== video.url)
    return (
      // oxlint-disable-next-line jsx-a11y/media-has-caption
      <video
        src={`${video.url}#t=0.1`}
        poster={picture ?? undefined}
        preload="metadata"
        muted
        playsInline
        tabIndex={-1}
        onError={() => setGone(video.url)}
      />
    )
  return picture && <Picture src={picture} loading="lazy" />
}
