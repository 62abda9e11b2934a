import { availableParallelism } from 'node:os'
import { type DrawThread, takeThread } from './draw-thread.ts'
import { MediaError } from './media-error.ts'
import { frameBytesOf, type PixelFormat } from './pixel-format.ts'
import type { WorkerReply, WorkerStart } from './worker.ts'

/** What is known of a draft's frames once a worker has prepared it. */
export interface PreparedFrames {
  pixelFormat: PixelFormat
  /** The named stretches of the draft. */
  stages: readonly { start: number; note: string }[]
}

export interface FramePool {
  prepared(): Promise<PreparedFrames>
  /** The bytes of each frame, in order. They are valid until the next is asked for. */
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
  const { width, height } = start
  const count = Math.min(availableParallelism(), MOST_WORKERS, frameCount)
  const slots = count * 2
  const memory = new SharedArrayBuffer(frameBytesOf('rgba', width, height) * slots * (videoFrames ? 2 : 1))
  const drawn = new Map<number, number>()
  let known: PreparedFrames | undefined
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

  const workers: { busy: number; thread: DrawThread }[] = []

  function startWorker(): void {
    const worker = { busy: 1, thread: takeThread((reply) => take(reply), fail) }
    workers.push(worker)
    worker.thread.post({ kind: 'prepare', start: { ...start, memory, slots } })

    function take(reply: WorkerReply): void {
      worker.busy--
      if (reply.kind === 'ready') {
        known ??= reply
        // Planes are drawn in less time than they take to encode: more workers would only search the same motion again.
        if (reply.pixelFormat === 'rgba') while (workers.length < count) startWorker()
      } else if (reply.kind === 'drawn') drawn.set(reply.frame, reply.slot)
      else if (reply.url === undefined) fail(new Error(reply.message))
      else fail(new MediaError('image_load_error', reply.message, { url: reply.url }))
      wake()
    }
  }
  startWorker()

  async function until(condition: () => boolean): Promise<void> {
    while (!failure && !condition()) {
      await new Promise<void>((resolve) => {
        wake = resolve
      })
    }
    if (failure) throw failure
  }

  async function prepared(): Promise<PreparedFrames> {
    await until(() => known !== undefined)
    return known as PreparedFrames
  }

  async function* frames(): AsyncGenerator<Uint8Array> {
    const { pixelFormat } = await prepared()
    const frameBytes = frameBytesOf(pixelFormat, width, height)
    const pixels = new Uint8Array(memory)
    const free = Array.from({ length: slots }, (_, slot) => slot)
    let next = 0
    let hasVideo = false
    let held: Uint8Array = new Uint8Array(0)
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
        worker.thread.post({ kind: 'draw', frame: next++, slot })
      }
    }
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
    prepared,
    frames,
    async close() {
      signal?.removeEventListener('abort', onAbort)
      await videoFrames?.return(undefined)
      await Promise.all(workers.map(({ busy, thread }) => thread.release(!failure && busy === 0)))
    },
  }
}
