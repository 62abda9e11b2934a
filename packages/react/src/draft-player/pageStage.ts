import { createDraftPlayback } from './DraftPlayback.ts'
import type { DraftStage } from './DraftStage.ts'
import { loadDraft } from './loadDraft.ts'
import { createPageCanvas } from './pageCanvas.ts'

/** Paints on the main thread: where there is no worker, and what only a page can draw. */
export function openPageStage(): DraftStage {
  const canvas = document.createElement('canvas')
  const playback = createDraftPlayback(canvas, { isAlone: false })
  let loading = new AbortController()
  return {
    canvas,
    load(request) {
      loading.abort()
      loading = new AbortController()
      const { signal } = loading
      return new Promise((resolve, reject) => {
        loadDraft(request, createPageCanvas, signal).then(
          (draft) => {
            if (signal.aborted) return
            playback.setDraft(draft)
            resolve(draft.duration)
          },
          (error: unknown) => {
            if (!signal.aborted) reject(error)
          },
        )
      })
    },
    show: playback.show,
    play: playback.play,
    close() {
      loading.abort()
      playback.close()
    },
  }
}
