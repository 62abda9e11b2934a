import { createDraftPlayback } from './DraftPlayback.ts'
import type { DraftStage } from './DraftStage.ts'
import { loadDraft } from './loadDraft.ts'
import { createPageCanvas } from './pageCanvas.ts'

/** Paints on the main thread: where there is no worker, and what only a page can draw. */
export function openPageStage(): DraftStage {
  const canvas = document.createElement('canvas')
  const playback = createDraftPlayback(canvas, { isAlone: false })
  let newest = 0
  return {
    canvas,
    load(request) {
      const call = ++newest
      return new Promise((resolve, reject) => {
        loadDraft(request, createPageCanvas).then(
          (draft) => {
            if (call !== newest) return
            playback.setDraft(draft)
            resolve(draft.duration)
          },
          (error: unknown) => call === newest && reject(error as Error),
        )
      })
    },
    show: playback.show,
    play: playback.play,
    close() {
      newest++
      playback.close()
    },
  }
}
