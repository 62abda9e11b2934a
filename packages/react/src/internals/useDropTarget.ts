import { type DragEvent, useState } from 'react'

/** What an element needs so that things can be dropped on it. */
export interface DropTarget<Element> {
  /** Present while something is held over it, for the styles. */
  'data-over': true | undefined
  onDragOver(event: DragEvent<Element>): void
  onDragLeave(): void
  onDrop(event: DragEvent<Element>): void
}

/** Makes a drop target; `take` gets what was dropped. Without it the browser would open a dropped file in place of the page. */
export function useDropTarget<Element>(take: (event: DragEvent<Element>) => void): DropTarget<Element> {
  const [isOver, setIsOver] = useState(false)
  return {
    'data-over': isOver || undefined,
    onDragOver(event) {
      event.preventDefault()
      setIsOver(true)
    },
    onDragLeave: () => setIsOver(false),
    onDrop(event) {
      event.preventDefault()
      setIsOver(false)
      take(event)
    },
  }
}
