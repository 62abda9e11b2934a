/* oxlint-disable react/refs -- The steps run ahead of the renders, and a value that comes back is told from another by them. */
import { emptyStoryboard, type Storyboard } from '@pika-kit/core'
import { useCallback, useEffect, useRef, useState } from 'react'
import { keepStoryboard, keptStoryboard } from './keptStoryboard.ts'
import { newKeyframeId } from './newKeyframeId.ts'
import * as history from './timelineHistory.ts'
import { useLatest } from '../internals/useLatest.ts'

export interface StoryboardStepsOptions {
  value: Storyboard | undefined
  defaultValue: Storyboard | undefined
  onChange: ((storyboard: Storyboard) => void) | undefined
  storageKey: string | undefined
}

/** A storyboard with its steps to undo, held by the embedder or here, and kept in the browser where that was asked for. */
export interface StoryboardSteps {
  storyboard: Storyboard
  /** The newest, also between two renders. */
  newest(): Storyboard
  /** Makes a step; changes of one `gesture` are one step. Answers whether anything changed. */
  edit(transform: (known: Storyboard) => Storyboard, gesture?: string | null): boolean
  endGesture(): void
  /** Takes back what the gesture that is not ended has done. */
  cancelGesture(): void
  /** Whether there was something to take back. */
  undo(): boolean
  redo(): boolean
  canUndo: boolean
  canRedo: boolean
  /** A file has arrived: its address gets into every step. */
  setUrl(id: string, url: string): void
}

export function useStoryboardSteps({
  value,
  defaultValue = emptyStoryboard,
  onChange,
  storageKey,
}: StoryboardStepsOptions): StoryboardSteps {
  const [steps, setSteps] = useState(() => history.startHistory(value ?? defaultValue))
  const newest = useRef(steps)
  const changed = useLatest(onChange)
  const keyToKeep = useRef<string | null>(null)

  // A value that came from outside (another storyboard was opened) is a new step, not a new history.
  if (value !== undefined && value !== newest.current.present && value !== steps.present) {
    newest.current = history.change(newest.current, value)
    setSteps(newest.current)
  }

  const commit = useCallback(
    (next: history.TimelineHistory | null): boolean => {
      if (!next || next === newest.current) return false
      const isNew = next.present !== newest.current.present
      newest.current = next
      setSteps(next)
      if (!isNew) return false
      if (keyToKeep.current !== null) keepStoryboard(keyToKeep.current, next.present)
      changed.current?.(next.present)
      return true
    },
    [changed],
  )

  // After the first paint, since a server that renders the page knows nothing of this browser.
  const key = value === undefined ? (storageKey ?? null) : null
  useEffect(() => {
    if (keyToKeep.current === key) return
    keyToKeep.current = key
    const kept = key === null ? null : keptStoryboard(key, newKeyframeId)
    if (kept) commit(history.startHistory(kept))
  }, [key, commit])

  return {
    storyboard: steps.present,
    newest: () => newest.current.present,
    edit: (transform, gesture = null) =>
      commit(history.change(newest.current, transform(newest.current.present), gesture)),
    endGesture() {
      // As a function of the state, not as a new one: React may render this before a change of the same gesture, which came
      // with a lesser priority, and would show a present that `value` does not have yet.
      newest.current = history.endGesture(newest.current)
      setSteps(history.endGesture)
    },
    cancelGesture: () => void commit(history.cancelGesture(newest.current)),
    undo: () => commit(history.undo(newest.current)),
    redo: () => commit(history.redo(newest.current)),
    canUndo: steps.past.length > 0,
    canRedo: steps.future.length > 0,
    setUrl: (id, url) => void commit(history.setUrl(newest.current, id, url)),
  }
}
