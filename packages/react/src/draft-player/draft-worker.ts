// Draws the drafts of a page off its main thread: one worker for all players, a canvas of the page for each.
import { createDraftPlayback, type DraftPlayback } from './DraftPlayback.ts'
import type { FromDraftWorker, ToDraftWorker } from './draftMessages.ts'
import { loadDraft } from './loadDraft.ts'

const stages = new Map<number, { playback: DraftPlayback; loading: AbortController }>()
const createCanvas = (width: number, height: number) => new OffscreenCanvas(width, height)

addEventListener('message', ({ data }: MessageEvent<ToDraftWorker>) => {
  const { stage } = data
  if (data.type === 'open') {
    const playback = createDraftPlayback(data.canvas, { isAlone: true })
    stages.set(stage, { playback, loading: new AbortController() })
    return
  }
  const known = stages.get(stage)
  if (!known) return
  const { playback } = known
  if (data.type === 'show') playback.show(data.seconds)
  else if (data.type === 'play') playback.play(data.startedAt - performance.timeOrigin)
  else if (data.type === 'close') {
    known.loading.abort()
    playback.close()
    stages.delete(stage)
  } else {
    known.loading.abort()
    known.loading = new AbortController()
    const { call, request } = data
    const { signal } = known.loading
    loadDraft(request, createCanvas, signal).then(
      (draft) => {
        if (signal.aborted) return
        playback.setDraft(draft)
        answer({ type: 'loaded', stage, call, duration: draft.duration })
      },
      () => {
        if (!signal.aborted) answer({ type: 'failed', stage, call })
      },
    )
  }
})

function answer(message: FromDraftWorker): void {
  postMessage(message)
}
