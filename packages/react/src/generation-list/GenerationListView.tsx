import type { GenerationData } from '../graphql/documents.ts'
import { Picture } from '../internals/Picture.tsx'
import { Button } from '../internals/Button.tsx'
import { FilmIcon, WarningIcon } from '../internals/icons.tsx'
import { joinClasses } from '../internals/join.ts'
import { useNow } from '../internals/useNow.ts'
import { isFinalStatus } from '../hooks/newest.ts'
import type { UseGenerations } from '../hooks/useGenerations.ts'
import { useMessages } from '../provider/PikaProvider.tsx'
import { pictureOf, promptOf } from '../video-result/resultView.ts'

export interface GenerationListViewProps {
  /** What `useGenerations` answered. */
  list: UseGenerations
  selectedId?: string | null
  onSelect?(id: string): void
  className?: string
}

/** Generations as a grid of thumbnails, drawn from what `useGenerations` knows. */
export function GenerationListView({
  list,
  selectedId = null,
  onSelect,
  className,
}: GenerationListViewProps) {
  const { list: words } = useMessages()
  const now = useNow(list.generations.some(({ status }) => !isFinalStatus(status)))
  const isEmpty = list.generations.length === 0
  return (
    <section
      className={joinClasses('pk-root pk-list', className)}
      aria-label={words.label}
      aria-busy={list.isLoading}
    >
      {isEmpty && (
        <div className="pk-list-empty">
          {list.error ? <WarningIcon /> : <FilmIcon />}
          <strong>{list.error ?? (list.isLoading ? words.loading : words.empty)}</strong>
          {!list.error && !list.isLoading && <span className="pk-hint">{words.emptyHint}</span>}
          {list.error && <Button onClick={list.refresh}>{words.again}</Button>}
        </div>
      )}
      <ul className="pk-list-grid">
        {list.generations.map((generation) => (
          <li key={generation.id}>
            <Tile
              generation={generation}
              now={now}
              isSelected={generation.id === selectedId}
              onSelect={onSelect}
            />
          </li>
        ))}
      </ul>
      {list.hasMore && (
        <Button disabled={list.isLoading} onClick={list.loadMore}>
          {list.isLoading ? words.loading : words.more}
        </Button>
      )}
      {!isEmpty && list.error && (
        <p className="pk-issue" role="alert">
          {list.error}
        </p>
      )}
    </section>
  )
}

function Tile({
  generation,
  now,
  isSelected,
  onSelect,
}: {
  generation: GenerationData
  now: number
  isSelected: boolean
  onSelect: ((id: string) => void) | undefined
}) {
  const { list: words, result } = useMessages()
  const minutes = Math.floor((now - Date.parse(generation.createdAt)) / 60_000)
  const when = minutes < 1 ? words.now : words.ago(minutes)
  const status = result.statuses[generation.status]
  const title = promptOf(generation) ?? generation.operation.title
  const picture = pictureOf(generation)
  const isLive = !isFinalStatus(generation.status)
  return (
    <button
      type="button"
      className="pk-list-tile"
      data-status={generation.status.toLowerCase().replace('_', '-')}
      data-selected={isSelected || undefined}
      data-live={isLive || undefined}
      aria-pressed={isSelected}
      title={title}
      onClick={() => onSelect?.(generation.id)}
    >
      {generation.video ? (
        // A still of the video: the first frame is enough, and says what it is.
        // oxlint-disable-next-line jsx-a11y/media-has-caption
        <video
          src={`${generation.video.url}#t=0.5`}
          preload="metadata"
          muted
          playsInline
          tabIndex={-1}
          aria-hidden="true"
        />
      ) : (
        picture && <Picture src={picture} loading="lazy" />
      )}
      {title !== generation.operation.title && <span className="pk-hidden">{title}, </span>}
      <span className="pk-list-caption">
        <span>{generation.operation.title}</span>
        <span>{generation.status === 'COMPLETED' ? when : status}</span>
      </span>
    </button>
  )
}
