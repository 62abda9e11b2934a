import { type ComponentPropsWithRef, useEffect, useRef } from 'react'
import { joinClasses } from '../internals/join.ts'
import { mediaWords } from '../messages/english/media.ts'
import { useWords } from '../messages/useWords.ts'
import { useMedia } from './MediaInputContext.ts'
import { MediaInputTile } from './MediaInputTile.tsx'
import { useTileDrag } from './useTileDrag.ts'

/** Several media in their order, each a tile that can be moved, replaced and removed. */
export function MediaInputList({ className, ...props }: ComponentPropsWithRef<'ol'>) {
  const { entries, label, move, isReadOnly, isDisabled } = useMedia('List')
  const words = useWords(mediaWords)
  const isFixed = isReadOnly || isDisabled
  const drag = useTileDrag((from, to) => {
    const id = entries[from]?.id
    if (id !== undefined) move(id, to)
  })
  const list = useRef<HTMLOListElement>(null)
  // The browser lets go of the focus of an element that it moves.
  const focused = useRef<HTMLElement | null>(null)
  useEffect(() => {
    const element = focused.current
    if (element?.isConnected && document.activeElement === document.body) element.focus()
  }, [entries])
  if (entries.length === 0) return null
  return (
    <ol
      aria-label={words.list(label)}
      {...props}
      ref={list}
      className={joinClasses('pk-media-list', className)}
      onFocus={(event) => (focused.current = event.target)}
    >
      {entries.map((entry, index) => (
        <MediaInputTile key={entry.id} entry={entry} index={index} {...(!isFixed && drag.tile(index))} />
      ))}
    </ol>
  )
}
