import { type DragEvent, useState } from 'react'

/** Whether what is held over an element would be taken; null is nothing that it should answer to. */
export type DropJudgement = 'accept' | 'reject' | null

/** What an element needs so that things can be dropped on it. */
export interface DropTarget<Element extends HTMLElement> {
  /** Present while something is held over it, for the styles. */
  'data-over': 'accept' | 'reject' | undefined
  onDragOver(event: DragEvent<Element>): void
  onDragLeave(event: DragEvent<Element>): void
  onDrop(event: DragEvent<Element>): void
}

/**
 * Makes a drop target; `take` gets what was dropped. Without it the browser would open a dropped file in place of the page.
 * `judge` tells what to make of a thing that is still held: browsers show its type then, and nothing more. What it rejects may
 * be dropped all the same, so that it can be refused by name.
 */
export function useDropTarget<Element extends HTMLElement>(
  take: (event: DragEvent<Element>) => void,
  judge: (transfer: DataTransfer) => DropJudgement = () => 'accept',
): DropTarget<Element> {
  const [over, setOver] = useState<DropJudgement>(null)
  return {
    'data-over': over ?? undefined,
    onDragOver(event) {
      const judged = judge(event.dataTransfer)
      if (judged) event.preventDefault()
      setOver(judged)
    },
    onDragLeave(event) {
      // From one of its children to another it is still over it.
      if (event.relatedTarget instanceof Node && event.currentTarget.contains(event.relatedTarget)) return
      setOver(null)
    },
    onDrop(event) {
      setOver(null)
      if (!judge(event.dataTransfer)) return
      event.preventDefault()
      take(event)
    },
  }
}
