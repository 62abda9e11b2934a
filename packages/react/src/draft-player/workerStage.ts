import type { DraftStage } from './DraftStage.ts'
import type { FromDraftWorker, ToDraftWorker } from './draftMessages.ts'

interface Waiting {
  call: number
  resolve(seconds: number): void
  reject(error: Error): void
}

/** The one worker of a page. */
interface DraftThread {
  worker: Worker
  /** The load that each open stage waits for, if any, and who is told that the worker is gone. */
  stages: Map<number, { waiting: Waiting | null; onLost: () => void }>
}

let thread: DraftThread | null = null
let isLost = false
let lastStage = 0

/** Whether this browser can hand a canvas to a worker, and has not refused ours one so far. */
export function canUseWorker(): boolean {
  return (
    !isLost &&
    typeof Worker === 'function' &&
    typeof OffscreenCanvas === 'function' &&
    typeof HTMLCanvasElement.prototype.transferControlToOffscreen === 'function'
  )
}

/**
 * Has a worker paint: one for all stages of a page, which ends with the last of them. Null where none can be started. `onLost` is
 * called where it turns out later that it cannot run (a content security policy, a missing file); the stage is closed then.
 */
export function openWorkerStage(onLost: () => void): DraftStage | null {
  if (!canUseWorker()) return null
  thread ??= startThread()
  if (!thread) return null
  const { worker, stages } = thread
  const stage = ++lastStage
  const known: { waiting: Waiting | null; onLost: () => void } = { waiting: null, onLost }
  stages.set(stage, known)
  const tell = (message: ToDraftWorker, transfer: Transferable[] = []) => {
    if (stages.has(stage)) worker.postMessage(message, transfer)
  }
  const canvas = document.createElement('canvas')
  const offscreen = canvas.transferControlToOffscreen()
  tell({ type: 'open', stage, canvas: offscreen }, [offscreen])
  let call = 0
  return {
    canvas,
    load(request) {
      call++
      return new Promise((resolve, reject) => {
        known.waiting = { call, resolve, reject }
        tell({ type: 'load', stage, call, request })
      })
    },
    show: (seconds) => tell({ type: 'show', stage, seconds }),
    play: (startedAt) => tell({ type: 'play', stage, startedAt: startedAt + performance.timeOrigin }),
    close() {
      tell({ type: 'close', stage })
      stages.delete(stage)
      if (stages.size > 0 || thread?.worker !== worker) return
      worker.terminate()
      thread = null
    },
  }
}

function startThread(): DraftThread | null {
  let worker
  try {
    worker = new Worker(new URL('./draft-worker.ts', import.meta.url), {
      type: 'module',
      name: 'pika-kit drafts',
    })
  } catch {
    isLost = true
    return null
  }
  const stages: DraftThread['stages'] = new Map()
  worker.addEventListener('message', ({ data }: MessageEvent<FromDraftWorker>) => {
    const known = stages.get(data.stage)
    const waiting = known?.waiting
    if (!known || waiting?.call !== data.call) return
    known.waiting = null
    if (data.type === 'loaded') waiting.resolve(data.duration)
    else waiting.reject(new Error('the draft could not be drawn'))
  })
  worker.addEventListener('error', () => {
    if (thread?.worker !== worker) return
    isLost = true
    thread = null
    worker.terminate()
    const all = [...stages.values()]
    stages.clear()
    for (const { onLost } of all) onLost()
  })
  return { worker, stages }
}
