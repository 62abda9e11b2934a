import { type DragEvent, useState } from 'react'

/** The type of a medium that is carried to another place of its own list. */
export const REORDERED = 'application/x-pika-medium'

export interface TileDrag {
  /** The place from which one is carried; null while none is. */
  from: number | null
  /** Where it would land, before or behind which place. */
  mark: { place: number; side: 'before' | 'after' } | null
  /** What the tile of a place needs. */
  tile(place: number): {
    draggable: true
    'data-dragging': true | undefined
    'data-drop': 'before' | 'after' | undefined
    onDragStart(event: DragEvent<HTMLElement>): void
    onDragEnd(): void
    onDragOver(event: DragEvent<HTMLElement>): void
    onDrop(event: DragEvent<HTMLElement>): void
  }
}

/**
 * Carries a tile of a list to another place by the browser's own drag, which phones start by a long press. `onMove` gets the
 * place that it comes to. What does it without a drag: the buttons and keys of `MediaInput.Tile`.
 */
export function useTileDrag(onMove: (from: number, to: number) => void): TileDrag {
  const [from, setFrom] = useState<number | null>(null)
  const [mark, setMark] = useState<TileDrag['mark']>(null)
  const end = () => {
    setFrom(null)
    setMark(null)
  }
  const markAt = (event: DragEvent<HTMLElement>, place: number) => {
    const { left, width } = event.currentTarget.getBoundingClientRect()
    const isRightToLeft = getComputedStyle(event.currentTarget).direction === 'rtl'
    const isFirstHalf = event.clientX < left + width / 2 !== isRightToLeft
    return { place, side: isFirstHalf ? ('before' as const) : ('after' as const) }
  }
  return {
    from,
    mark,
    tile: (place) => ({
      draggable: true,
      'data-dragging': from === place || undefined,
      'data-drop': mark?.place === place && from !== place ? mark.side : undefined,
      onDragStart(event) {
        event.dataTransfer.setData(REORDERED, String(place))
        event.dataTransfer.effectAllowed = 'move'
        setFrom(place)
      },
      onDragEnd: end,
      onDragOver(event) {
        if (from === null) return
        event.preventDefault()
        const next = markAt(event, place)
        if (next.place !== mark?.place || next.side !== mark.side) setMark(next)
      },
      onDrop(event) {
        if (from === null) return
        event.preventDefault()
        const { side } = markAt(event, place)
        // Where it is taken out, what stood behind it moves up by one.
        const gap = side === 'before' ? place : place + 1
        onMove(from, gap > from ? gap - 1 : gap)
        end()
      },
    }),
  }
}
