// The emulator of fal, with a runner that only writes lines: it says when it wrote each, and how many requests it was asked.
import { subscribe } from 'node:diagnostics_channel'
import { writeFile } from 'node:fs/promises'
import type { IncomingMessage } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { createEmulator } from '@pika-kit/emulator'
import { answerCalls, type Calls, monotonicMilliseconds } from '../process/calls.ts'

export interface EmulatorCalls extends Calls {
  start(options: { lines: number; concurrency: number }): Promise<string>
  /** When each line was written, by its text, and when each video was ready, by the prompt: monotonic milliseconds. */
  written(): { lines: Record<string, number>; videos: Record<string, number> }
  /** Requests to fal's queue since it was asked last. */
  requests(): number
}

/** Between two lines, each time another: no watcher can fall into step with it. */
const SHORTEST_PAUSE_MS = 90
const LONGEST_PAUSE_MS = 190

const lines: Record<string, number> = {}
const videos: Record<string, number> = {}
let requests = 0
subscribe('http.server.request.start', (message) => {
  const { url = '' } = (message as { request: IncomingMessage }).request
  if (url.startsWith('/queue/')) requests++
})

answerCalls({
  async start({ lines: count, concurrency }) {
    const { url } = await createEmulator({
      concurrency,
      speed: 20,
      renderer: {
        probeMedia: () => Promise.reject(new Error('the bench sends no media')),
        async renderDraft({ input, out, onProgress }) {
          const prompt = String(input['prompt'])
          for (let line = 1; line <= count; line++) {
            await sleep(SHORTEST_PAUSE_MS + Math.random() * (LONGEST_PAUSE_MS - SHORTEST_PAUSE_MS))
            const note = `${prompt}: ${line} of ${count}`
            lines[note] = monotonicMilliseconds()
            onProgress?.({ frame: 0, frames: count, note })
          }
          await writeFile(out, 'not a video')
          videos[prompt] = monotonicMilliseconds()
          return { width: 1280, height: 720, duration: 5, fileSize: 11 }
        },
      },
    })
    return url
  },
  written: () => ({ lines, videos }),
  requests() {
    const counted = requests
    requests = 0
    return counted
  },
} satisfies EmulatorCalls)
