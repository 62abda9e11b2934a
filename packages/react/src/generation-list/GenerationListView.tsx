import { type ComponentPropsWithRef, useEffect, useRef, useState } from 'react'
import { isFinalStatus } from '../hooks/newest.ts'
import { Announcement, useAnnouncer } from '../internals/Announcer.tsx'
import { Button } from '../internals/Button.tsx'
import { ConfirmDialog } from '../internals/ConfirmDialog.tsx'
import {
  CheckIcon,
  FilmIcon,
  GridIcon,
  OfflineIcon,
  RowsIcon,
  TrashIcon,
  WarningIcon,
} from '../internals/icons.tsx'
import { joinClasses } from '../internals/join.ts'
import { useControlled } from '../internals/useControlled.ts'
import { listWords } from '../messages/english/list.ts'
import { useWords } from '../messages/useWords.ts'
import { everything } from './filters.ts'
import { ListFilters } from './ListFilters.tsx'
import { ListGrid } from './ListGrid.tsx'
import { useInView } from './useInView.ts'
import type { UseGenerationList } from './useGenerationList.ts'

export type ListLayout = 'grid' | 'list'

export interface GenerationListViewProps extends Omit<ComponentPropsWithRef<'section'>, 'onSelect'> {
  /** What `useGenerationList` answered. */
  list: UseGenerationList
  /** The one that is shown beside the list. */
  selectedId?: string | null
  /** Told which one was pressed, where none are being chosen. */
  onSelect?(id: string): void
  /** Told after generations were deleted here. */
  onDelete?(ids: readonly string[]): void
  /** Tiles or rows; without it the viewer chooses. */
  layout?: ListLayout
  /** What the viewer finds at first; tiles by default. */
  defaultLayout?: ListLayout
  /** Told what the viewer chose. */
  onLayoutChange?(layout: ListLayout): void
  /** Whether the next page comes when its end is scrolled to. False by default: then a button asks for it. */
  loadsOnScroll?: boolean
}

/** Generations as tiles or rows that are filtered, chosen and deleted, drawn from what `useGenerationList` knows. */
export function GenerationListView({
  list,
  selectedId = null,
  onSelect,
  onDelete,
  layout: givenLayout,
  defaultLayout = 'grid',
  onLayoutChange,
  loadsOnScroll = false,
  className,
  ...props
}: GenerationListViewProps) {
  const words = useWords(listWords)
  const [layout, setLayout] = useControlled(givenLayout, defaultLayout, onLayoutChange)
  const [ticked, setTicked] = useState<ReadonlySet<string> | null>(null)
  const [asked, setAsked] = useState<readonly string[] | null>(null)
  const [refusal, setRefusal] = useState<string | null>(null)
  const { announce, announcement } = useAnnouncer()
  const { generations, isLoading, error, isFiltering } = list
  const isEmpty = generations.length === 0
  const told = useRef({ choice: list.choice, generations })

  // What a choice leads to is told once it is there, and only then: the list grows by itself, too.
  useEffect(() => {
    if (told.current.choice === list.choice) told.current.generations = generations
    if (isLoading || told.current.generations === generations) return
    told.current = { choice: list.choice, generations }
    announce(generations.length === 0 ? words.filteredEmpty : words.shown(generations.length))
  }, [isLoading, list.choice, generations, announce, words])

  const isDeletable = (id: string) => generations.some((one) => one.id === id && isFinalStatus(one.status))
  const press = (id: string) => {
    if (!ticked) return onSelect?.(id)
    const next = new Set(ticked)
    if (!next.delete(id)) next.add(id)
    setTicked(next)
  }
  const ask = (ids: readonly string[]) => {
    const deletable = ids.filter(isDeletable)
    setRefusal(deletable.length < ids.length ? words.stillActive : null)
    if (deletable.length > 0) setAsked(deletable)
  }
  const deleteThem = async (ids: readonly string[]) => {
    const outcome = await list.deleteAll(ids)
    // What was left out before the question stays said.
    if (outcome.refusal !== null) setRefusal(outcome.refusal)
    if (outcome.deleted.length === 0) return
    setTicked((known) => known && new Set([...known].filter((id) => !outcome.deleted.includes(id))))
    announce(words.removed(outcome.deleted.length))
    onDelete?.(outcome.deleted)
  }
  return (
    <section
      aria-label={words.label}
      {...props}
      className={joinClasses('pk-root pk-list', className)}
      aria-busy={isLoading}
      data-layout={layout}
    >
      {(!isEmpty || isFiltering) && (
        <div className="pk-list-head">
          <ListFilters
            choice={list.choice}
            onChange={list.choose}
            operations={list.operations}
            tags={list.tags}
            isFixed={list.isFixed}
          />
          <div className="pk-list-tools">
            {ticked && (
              <>
                <span className="pk-hint">{words.selected(ticked.size)}</span>
                <Button disabled={ticked.size === 0} onClick={() => ask([...ticked])}>
                  <TrashIcon />
                  {words.removeSelected(ticked.size)}
                </Button>
              </>
            )}
            <Button
              variant="plain"
              {...(ticked ? {} : { label: words.select })}
              onClick={() => setTicked(ticked ? null : new Set())}
            >
              {ticked ? words.selectNone : <CheckIcon />}
            </Button>
            {givenLayout === undefined && (
              <Button
                variant="plain"
                label={words.densities[layout === 'grid' ? 'list' : 'grid']}
                onClick={() => setLayout(layout === 'grid' ? 'list' : 'grid')}
              >
                {layout === 'grid' ? <RowsIcon /> : <GridIcon />}
              </Button>
            )}
          </div>
        </div>
      )}
      {list.isOffline && (
        <p className="pk-list-note">
          <OfflineIcon />
          {words.offline}
        </p>
      )}
      {isEmpty ? <Nothing list={list} /> : null}
      {!isEmpty && (
        <ListGrid
          generations={generations}
          layout={layout}
          shownId={selectedId}
          ticked={ticked}
          onPress={press}
          onDelete={(id) => ask([id])}
        />
      )}
      {(refusal ?? (isEmpty ? null : error)) !== null && (
        <p className="pk-issue" role="alert">
          {refusal ?? error}
        </p>
      )}
      {list.hasMore && <More list={list} isByScroll={loadsOnScroll} />}
      {asked && (
        <ConfirmDialog
          title={words.removeTitle(asked.length)}
          text={words.removeText}
          confirmLabel={words.removeSelected(asked.length)}
          cancelLabel={words.keep}
          onConfirm={() => void deleteThem(asked)}
          onClose={() => setAsked(null)}
        />
      )}
      <Announcement>{announcement}</Announcement>
    </section>
  )
}

/** What stands where no tile is: places that wait, or why there is none, and what can be done. */
function Nothing({ list }: { list: UseGenerationList }) {
  const words = useWords(listWords)
  if (list.isLoading && !list.error)
    return (
      <div className="pk-list-grid pk-list-waiting">
        <span className="pk-hidden">{words.loading}</span>
        {Array.from({ length: 4 }, (_, index) => (
          <span key={index} className="pk-list-tile" />
        ))}
      </div>
    )
  const [title, hint] = list.error
    ? [list.error, null]
    : list.isFiltering
      ? [words.filteredEmpty, words.filteredEmptyHint]
      : [words.empty, words.emptyHint]
  return (
    <div className="pk-list-empty">
      {list.error ? <WarningIcon /> : <FilmIcon />}
      <strong>{title}</strong>
      {hint !== null && <span className="pk-hint">{hint}</span>}
      {list.error && <Button onClick={list.refresh}>{words.again}</Button>}
      {!list.error && list.isFiltering && (
        <Button onClick={() => list.choose(everything)}>{words.clearFilters}</Button>
      )}
    </div>
  )
}

function More({ list, isByScroll }: { list: UseGenerationList; isByScroll: boolean }) {
  const words = useWords(listWords)
  const place = useRef<HTMLDivElement>(null)
  const isSeen = useInView(place)
  const { isLoading, error, loadMore } = list
  useEffect(() => {
    // After a failure only the button asks again: scrolling would ask for ever.
    if (isByScroll && isSeen && !isLoading && error === null) loadMore()
  }, [isByScroll, isSeen, isLoading, error, loadMore])
  return (
    <div ref={place} className="pk-list-more">
      {/* Not disabled while it loads: the focus would be lost. */}
      <Button aria-disabled={isLoading} onClick={loadMore}>
        {isLoading ? words.loading : words.more}
      </Button>
    </div>
  )
}
