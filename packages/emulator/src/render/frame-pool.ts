import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import { MediaError } from './media-error.ts'
import type { WorkerReply, WorkerStart } from './worker.ts'

export interface FramePool {
  /** The named stretches of the draft; known once the first frame is. */
  stages: readonly { start: number; note: string }[]
  /** The RGBA pixels of each frame, in order. The bytes are valid until the next is asked for. */
  frames(): AsyncGenerator<Uint8Array>
  close(): Promise<void>
}

interface PoolRequest extends Omit<WorkerStart, 'memory' | 'slots'> {
  frameCount: number
  /** Frames of the input video, one per frame of the draft; the last is held when they end early. */
  videoFrames?: AsyncGenerator<Uint8Array> | undefined
  signal?: AbortSignal | undefined
}

const MOST_WORKERS = 4

/** Starts workers that draw the frames of one draft into shared memory. Call `close` whatever happens. */
export function startFramePool({ frameCount, videoFrames, signal, ...start }: PoolRequest): FramePool {
  const count = Math.min(availableParallelism(), MOST_WORKERS, frameCount)
  const slots = count * 2
  const frameBytes = start.width * start.height * 4
  const memory = new SharedArrayBuffer(frameBytes * slots * (videoFrames ? 2 : 1))
  const pixels = new Uint8Array(memory)
  const free = Array.from({ length: slots }, (_, index) => index)
  const drawn = new Map<number, number>()
  let stages: FramePool['stages'] = []
  let failure: Error | undefined
  let wake = () => {}

  const fail = (error: Error) => {
    failure ??= error
    wake()
  }
  const onAbort = () =>
    fail(signal?.reason instanceof Error ? signal.reason : new Error('rendering was aborted'))
  signal?.addEventListener('abort', onAbort)
  if (signal?.aborted) onAbort()

  // In the sources the worker is TypeScript too; in dist it is its own entry, beside the bundle or one folder up.
  const isSource = import.meta.url.endsWith('.ts')
  const url = new URL(isSource ? './worker.ts' : './render/worker.js', import.meta.url)
  const execArgv = isSource ? ['--conditions=@pika-kit/source', '--disable-warning=ExperimentalWarning'] : []
  const workers = Array.from({ length: count }, () => ({
    busy: 0,
    thread: new Worker(url, { workerData: { ...start, memory, slots } satisfies WorkerStart, execArgv }),
  }))
  for (const worker of workers) {
    worker.thread.on('error', (error) => fail(error instanceof Error ? error : new Error(String(error))))
    worker.thread.on('message', (message: WorkerReply) => {
      if (message.kind === 'ready') stages = message.stages
      else if (message.kind === 'drawn') {
        worker.busy--
        drawn.set(message.frame, message.slot)
      } else if (message.url === undefined) fail(new Error(message.message))
      else fail(new MediaError('image_load_error', message.message, { url: message.url }))
      wake()
    })
  }

  async function until(condition: () => boolean): Promise<void> {
    while (!failure && !condition()) {
      await new Promise<void>((resolve) => {
        wake = resolve
      })
    }
    if (failure) throw failure
  }

  async function* frames(): AsyncGenerator<Uint8Array> {
    let next = 0
    let hasVideo = false
    const feed = async () => {
      while (free.length > 0 && next < frameCount) {
        const slot = free.pop() as number
        if (videoFrames) {
          const source = await videoFrames.next()
          if (!source.done) {
            held = source.value
            hasVideo = true
          }
          if (!hasVideo)
            throw new MediaError('unsupported_video_format', 'the video has no frame that can be decoded')
          pixels.set(held, (slots + slot) * frameBytes)
        }
        const worker = workers.reduce((least, other) => (other.busy < least.busy ? other : least))
        worker.busy++
        worker.thread.postMessage({ frame: next++, slot })
      }
    }
    let held: Uint8Array = new Uint8Array(0)
    for (let frame = 0; frame < frameCount; frame++) {
      await feed()
      await until(() => drawn.has(frame))
      const slot = drawn.get(frame) as number
      drawn.delete(frame)
      yield pixels.subarray(slot * frameBytes, (slot + 1) * frameBytes)
      free.push(slot)
    }
  }

  return {
    get stages() {
      return stages
    },
    frames,
    async close() {
      signal?.removeEventListener('abort', onAbort)
      await videoFrames?.return(undefined)
      await Promise.all(workers.map(({ thread }) => thread.terminate()))
    },
  }
}
