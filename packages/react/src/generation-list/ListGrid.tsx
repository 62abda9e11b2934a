import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import type { GenerationData } from '../graphql/documents.ts'
import { useNow } from '../internals/useNow.ts'
import { isFinalStatus } from '../hooks/newest.ts'
import { listWords } from '../messages/english/list.ts'
import { useWords } from '../messages/useWords.ts'
import { tileAfterKey } from './gridKeys.ts'
import { ListTile } from './ListTile.tsx'
import { useStableFunctions } from '../internals/useStableFunctions.ts'

export interface ListGridProps {
  generations: readonly GenerationData[]
  layout: 'grid' | 'list'
  shownId: string | null
  /** Null while none are being chosen. */
  ticked: ReadonlySet<string> | null
  onPress(id: string): void
  onDelete(id: string): void
}

/** The tiles, with one stop for Tab; arrows go on from there, in two directions. */
export function ListGrid({ generations, layout, shownId, ticked, onPress, onDelete }: ListGridProps) {
  const words = useWords(listWords)
  const grid = useRef<HTMLUListElement>(null)
  const [focusedId, setFocusedId] = useState<string | null>(null)
  const now = useNow(generations.some(({ status }) => !isFinalStatus(status)))
  const has = (id: string | null) => generations.some((one) => one.id === id)
  const tabStop = has(focusedId) ? focusedId : has(shownId) ? shownId : generations[0]?.id
  const { pressTile } = useStableFunctions({ pressTile: onPress })

  // Whose tile is deleted goes on at the tile that takes its place.
  const focusedAt = useRef(0)
  const at = generations.findIndex(({ id }) => id === focusedId)
  useEffect(() => {
    if (at >= 0) focusedAt.current = at
  }, [at])
  const isFocusLost = focusedId !== null && at < 0
  useEffect(() => {
    if (!isFocusLost || document.activeElement !== document.body) return
    const tiles = grid.current?.querySelectorAll<HTMLElement>('[data-id]')
    tiles?.[Math.min(focusedAt.current, tiles.length - 1)]?.focus()
  }, [isFocusLost])

  const move = (event: KeyboardEvent<HTMLUListElement>) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !grid.current) return
    const tiles = [...grid.current.querySelectorAll<HTMLElement>('[data-id]')]
    const from = tiles.findIndex((tile) => tile === document.activeElement)
    const id = tiles[from]?.dataset['id']
    if (id === undefined) return
    if (event.key === 'Delete') {
      event.preventDefault()
      return onDelete(id)
    }
    const isRightToLeft = getComputedStyle(grid.current).direction === 'rtl'
    const places = tiles.map((tile) => {
      // Not the tile itself: to measure what is out of view the browser would have to lay it out.
      const { top, left } = (tile.parentElement ?? tile).getBoundingClientRect()
      return { top, left }
    })
    const to = tileAfterKey(event.key, from, places, isRightToLeft)
    if (to === null) return
    event.preventDefault()
    tiles[to]?.focus()
  }
  return (
    // The keys are those of the tiles inside.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <ul
      ref={grid}
      className="pk-list-grid"
      data-layout={layout}
      aria-label={words.label}
      onKeyDown={move}
      onFocus={({ target }) => setFocusedId((target as HTMLElement).dataset['id'] ?? null)}
    >
      {generations.map((generation) => {
        const minutes = Math.floor((now - Date.parse(generation.createdAt)) / 60_000)
        return (
          <li key={generation.id}>
            <ListTile
              generation={generation}
              when={minutes < 1 ? words.now : words.ago(minutes)}
              isShown={generation.id === shownId}
              isTicked={ticked && ticked.has(generation.id)}
              isTabStop={generation.id === tabStop}
              onPress={pressTile}
            />
          </li>
        )
      })}
    </ul>
  )
}
