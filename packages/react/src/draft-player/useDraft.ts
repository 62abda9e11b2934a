import type { Operation } from '@pika-kit/core'
import type { Draft } from '@pika-kit/preview'
import { useEffect, useState } from 'react'
import { draftInputOf } from './draftInput.ts'
import { loadDraft } from './loadDraft.ts'
import { createPageCanvas } from './pageCanvas.ts'

export type DraftState =
  { status: 'waiting' | 'loading' | 'failed'; draft: null } | { status: 'ready'; draft: Draft }

/**
 * The draft of an input, ready to paint on a canvas of yours: waits until the input has all that the operation needs, and
 * decodes its media. An input that is not valid yet (a prompt is missing) is drawn as far as it goes. `width` and
 * `height`, in pixels, make it just large enough to fill such a box; it is never larger than the video would be.
 *
 * It paints where you call it, on the page's main thread; `DraftPlayer` has a worker do it.
 */
export function useDraft(
  operation: Operation,
  input: Readonly<Record<string, unknown>>,
  { width, height }: { width?: number | undefined; height?: number | undefined } = {},
): DraftState {
  const [state, setState] = useState<DraftState>({ status: 'waiting', draft: null })
  const text = JSON.stringify(input)

  useEffect(() => {
    const ready = draftInputOf(operation, JSON.parse(text) as Record<string, unknown>)
    if (!ready) {
      // oxlint-disable-next-line react/set-state-in-effect -- Ends what was loading.
      setState({ status: 'waiting', draft: null })
      return
    }
    const loading = new AbortController()
    const { signal } = loading
    setState((known) => (known.status === 'ready' ? known : { status: 'loading', draft: null }))
    loadDraft({ operation, input: ready, width, height }, createPageCanvas, signal).then(
      (draft) => signal.aborted || setState({ status: 'ready', draft }),
      () => signal.aborted || setState({ status: 'failed', draft: null }),
    )
    return () => loading.abort()
  }, [operation, text, width, height])

  return state
}
