import type { Operation } from '@pika-kit/core'
import { type DraftOperation, mediaUrlsOf } from '@pika-kit/preview'
import { type RefObject, useEffect, useState } from 'react'
import { draftInputOf } from './draftInput.ts'
import type { DraftStage } from './DraftStage.ts'
import { canUseWorker, openWorkerStage } from './workerStage.ts'
import type { ShownSize } from './useShownSize.ts'

export type StagedDraft =
  | { status: 'waiting' | 'loading' | 'failed'; stage: null; duration: 0 }
  | { status: 'ready'; stage: DraftStage; duration: number }

const nothing = (status: 'waiting' | 'loading' | 'failed'): StagedDraft => ({
  status,
  stage: null,
  duration: 0,
})

/**
 * The draft of an input on a canvas that it puts into `place`, as `useDraft` but painted by a worker where that can be.
 * A new object each time that another draft is on the stage.
 */
export function useDraftStage(
  place: RefObject<HTMLElement | null>,
  operation: Operation,
  input: Readonly<Record<string, unknown>>,
  { width, height }: ShownSize,
): StagedDraft {
  const [stage, setStage] = useState<DraftStage | null>(null)
  const [state, setState] = useState<StagedDraft>(nothing('waiting'))
  const [isWorkerLost, setIsWorkerLost] = useState(false)
  const text = JSON.stringify(input)
  const isForWorker = !isWorkerLost && isDrawnAnywhere(operation, input)

  useEffect(() => {
    let isCurrent = true
    let opened: DraftStage | null = null
    const open = (next: DraftStage) => {
      opened = next
      place.current?.append(next.canvas)
      setStage(next)
    }
    const own = isForWorker && canUseWorker() ? openWorkerStage(() => setIsWorkerLost(true)) : null
    if (own) open(own)
    else
      // Only loaded where it is needed: the worker brings the drawing of all drafts itself.
      import('./pageStage.ts').then(
        ({ openPageStage }) => {
          if (isCurrent) open(openPageStage())
        },
        () => isCurrent && setState(nothing('failed')),
      )
    return () => {
      isCurrent = false
      opened?.close()
      opened?.canvas.remove()
      setStage(null)
      setState(nothing('waiting'))
    }
    // A canvas cannot change how it is drawn: another kind of draft gets another one.
  }, [place, isForWorker, operation.draft])

  useEffect(() => {
    if (!stage) return
    const ready = draftInputOf(operation, JSON.parse(text) as Record<string, unknown>)
    if (!ready) {
      // oxlint-disable-next-line react/set-state-in-effect -- Ends what was loading.
      setState(nothing('waiting'))
      return
    }
    let isCurrent = true
    setState((known) => (known.status === 'ready' ? known : nothing('loading')))
    const plain: DraftOperation = { draft: operation.draft, fields: operation.fields }
    stage.load({ operation: plain, input: ready, width, height }).then(
      (duration) => isCurrent && setState({ status: 'ready', stage, duration }),
      () => isCurrent && setState(nothing('failed')),
    )
    return () => {
      isCurrent = false
    }
  }, [stage, operation, text, width, height])

  return state
}

/** Whether a draft needs nothing that only a page has: videos, and the fonts of its style sheets where letters are the picture. */
function isDrawnAnywhere(operation: Operation, input: Readonly<Record<string, unknown>>): boolean {
  return operation.draft !== 'title' && mediaUrlsOf(operation, input).every(({ kind }) => kind === 'image')
}
