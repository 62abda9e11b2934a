// Draws the drafts of a page off its main thread: one worker for all players, a canvas of the page for each.
import { createDraftPlayback, type DraftPlayback } from './DraftPlayback.ts'
import type { FromDraftWorker, ToDraftWorker } from './draftMessages.ts'
import { loadDraft } from './loadDraft.ts'

const stages = new Map<number, DraftPlayback & { call: number }>()
const createCanvas = (width: number, height: number) => new OffscreenCanvas(width, height)

addEventListener('message', ({ data }: MessageEvent<ToDraftWorker>) => {
  if (data.type === 'open') {
    stages.set(data.stage, { ...createDraftPlayback(data.canvas, { isAlone: true }), call: 0 })
    return
  }
  const stage = stages.get(data.stage)
  if (!stage) return
  if (data.type === 'show') stage.show(data.seconds)
  else if (data.type === 'play') stage.play(data.startedAt - performance.timeOrigin)
  else if (data.type === 'close') {
    stage.close()
    stages.delete(data.stage)
  } else {
    const { call } = data
    stage.call = call
    loadDraft(data.request, createCanvas).then(
      (draft) => {
        // A later load, or the end of the stage, has overtaken it.
        if (stage.call !== call || stages.get(data.stage) !== stage) return
        stage.setDraft(draft)
        answer({ type: 'loaded', stage: data.stage, call, duration: draft.duration })
      },
      () => answer({ type: 'failed', stage: data.stage, call }),
    )
  }
})

function answer(message: FromDraftWorker): void {
  postMessage(message)
}
