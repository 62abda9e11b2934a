// For tests of the queue: an emulator whose videos are a few bytes, so that what is measured is the protocol.
import { readFile, writeFile } from 'node:fs/promises'
import { afterEach } from 'vitest'
import { createFalClient } from '@fal-ai/client'
import { createEmulator, type Emulator } from '../emulator.ts'
import { falClientOptions } from '../fal-client.ts'
import type { EmulatorOptions } from '../options.ts'
import type { Renderer } from '../queue/draft-runner.ts'
import { MediaError } from '../render/index.ts'

/** What the quick renderer writes in place of an MP4. */
export const QUICK_VIDEO = 'not a video, but quick to make'

/** A PNG header is all that the quick renderer looks at. */
export const PICTURE = `data:image/png;base64,${Buffer.from('\x89PNG', 'latin1').toString('base64')}`

/** A body that pikaframes accepts. */
export const FRAMES = {
  image_urls: [PICTURE, PICTURE, PICTURE],
  transitions: [{ duration: 2 }, { duration: 3 }],
}
export const PIKAFRAMES = 'fal-ai/pika/v2.2/pikaframes'
export const TEXT_TO_VIDEO = 'fal-ai/pika/v2.2/text-to-video'

/** Writes a few bytes; takes files that begin like an image. */
export const quickRenderer: Renderer = {
  async probeMedia(file) {
    const head = await readFile(file, 'latin1')
    if (!head.startsWith('\x89PNG')) throw new MediaError('image_load_error', 'the file is not an image')
    return { kind: 'image', width: 1280, height: 720, contentType: 'image/png' }
  },
  async renderDraft({ out, onProgress }) {
    for (const frame of [0, 60, 120])
      onProgress?.({ frame, frames: 120, ...(frame === 0 && { note: 'transition 1 of 2' }) })
    await writeFile(out, QUICK_VIDEO)
    return { width: 1280, height: 720, duration: 5, fileSize: QUICK_VIDEO.length }
  },
}

/** A renderer that works until it is stopped or let go, for tests of what runs. */
export function heldRenderer(): { renderer: Renderer; letGo(): void; started: Promise<void> } {
  const gate = Promise.withResolvers<void>()
  const started = Promise.withResolvers<void>()
  return {
    letGo: gate.resolve,
    started: started.promise,
    renderer: {
      ...quickRenderer,
      async renderDraft(request) {
        started.resolve()
        const stopped = new Promise<never>((_resolve, reject) => {
          request.signal?.addEventListener('abort', () => reject(new Error('stopped')))
        })
        await Promise.race([gate.promise, stopped])
        return quickRenderer.renderDraft(request)
      },
    },
  }
}

const running: Emulator[] = []
afterEach(async () => {
  await Promise.all(running.splice(0).map((emulator) => emulator.close()))
})

/** Starts an emulator for one test, at fifty times the speed; it is closed after the test. */
export async function startEmulator(options: EmulatorOptions = {}): Promise<Emulator> {
  const emulator = await createEmulator({ speed: 50, renderer: quickRenderer, ...options })
  running.push(emulator)
  return emulator
}

/** The unmodified client, pointed at an emulator. */
export function clientOf({ url }: Emulator): ReturnType<typeof createFalClient> {
  return createFalClient(falClientOptions(url))
}

/** A request as `fetch` makes it, with a key; the body is sent as JSON. */
export function call(
  emulator: Emulator,
  path: string,
  init: RequestInit & { json?: unknown } = {},
): Promise<Response> {
  const { json, ...rest } = init
  const headers = { authorization: 'Key test', ...(init.headers as Record<string, string> | undefined) }
  return fetch(emulator.url + path, {
    ...rest,
    headers,
    ...(json !== undefined && { method: 'POST', body: JSON.stringify(json) }),
  })
}

/** Submits by plain HTTP and answers the id. */
export async function submit(
  emulator: Emulator,
  input: unknown = FRAMES,
  { endpoint = PIKAFRAMES, headers = {} }: { endpoint?: string; headers?: Record<string, string> } = {},
): Promise<string> {
  const response = await call(emulator, `/queue/${endpoint}`, { json: input, headers })
  if (!response.ok) throw new Error(`${response.status}: ${await response.text()}`)
  return ((await response.json()) as { request_id: string }).request_id
}

/** What a status stream says from now to its end. */
export async function follow(emulator: Emulator, id: string): Promise<Record<string, unknown>[]> {
  const response = await call(emulator, `/queue/fal-ai/pika/requests/${id}/status/stream?logs=1`)
  return eventsOf(await response.text())
}

/** The JSON of each event of a stream's text. */
export function eventsOf(text: string): Record<string, unknown>[] {
  const lines = text.split('\n').filter((line) => line.startsWith('data: '))
  return lines.map((line) => JSON.parse(line.slice('data: '.length)) as Record<string, unknown>)
}
