import { Worker } from 'node:worker_threads'
import type { WorkerReply, WorkerRequest } from './worker.ts'

/** A thread that draws the frames of one draft after the other: a new one costs a quarter of a second until it is warm. */
export interface DrawThread {
  post(request: WorkerRequest): void
  /** Keeps it for the next draft when it is `isSound`: it has answered all that it was asked. Ends it otherwise. */
  release(isSound: boolean): Promise<void>
}

/** Milliseconds that a thread without a draft is kept. */
const IDLE_MS = 10_000
const MOST_IDLE = 4

const idle: { worker: Worker; end: NodeJS.Timeout }[] = []

// In the sources the worker is TypeScript too; in dist it is its own entry, beside the bundle or one folder up.
const isSource = import.meta.url.endsWith('.ts')
const program = new URL(isSource ? './worker.ts' : './render/worker.js', import.meta.url)
const execArgv = isSource ? ['--conditions=@pika-kit/source', '--disable-warning=ExperimentalWarning'] : []

/** One that is kept, or a new one. A kept one does not keep the process. */
export function takeThread(
  onReply: (reply: WorkerReply) => void,
  onError: (error: Error) => void,
): DrawThread {
  const kept = idle.pop()
  clearTimeout(kept?.end)
  const worker = kept?.worker ?? startWorker()
  const onFailure = (error: unknown) => onError(error instanceof Error ? error : new Error(String(error)))
  worker.on('message', onReply)
  worker.on('error', onFailure)
  worker.ref()
  return {
    post: (request) => worker.postMessage(request),
    async release(isSound) {
      worker.off('message', onReply)
      worker.off('error', onFailure)
      if (!isSound || idle.length >= MOST_IDLE) {
        await worker.terminate()
        return
      }
      worker.postMessage({ kind: 'rest' } satisfies WorkerRequest)
      worker.unref()
      const end = setTimeout(() => {
        forget(worker)
        void worker.terminate()
      }, IDLE_MS)
      idle.push({ worker, end: end.unref() })
    },
  }
}

function startWorker(): Worker {
  const worker = new Worker(program, { execArgv })
  // One that breaks while nobody uses it must neither be taken again nor end the process.
  worker.on('error', () => forget(worker))
  return worker
}

function forget(worker: Worker): void {
  const at = idle.findIndex((kept) => kept.worker === worker)
  if (at === -1) return
  clearTimeout(idle[at]?.end)
  idle.splice(at, 1)
}
