import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Catalog, Operation } from '@pika-kit/core'
import type { Clock } from '../clock.ts'
import { fetchMedia, type MediaSource } from '../media/fetch-media.ts'
import { type MediaInput, mediaInputs } from '../media/media-inputs.ts'
import { boundedImage } from '../media/bounded-image.ts'
import { MediaError, probeMedia, renderDraft, type RenderProgress, unsupported } from '../render/index.ts'
import { scenarioOf } from '../scenarios/registry.ts'
import type { Storage } from '../storage/storage.ts'
import { modelFailure } from './outcome.ts'
import type { Outcome, QueueRequest } from './request.ts'
import type { Runner } from './runner.ts'
import { locationOf, validateBody } from './validation.ts'

/** What turns files into a video; replaced in tests of the queue, which need no real frames. */
export interface Renderer {
  renderDraft: typeof renderDraft
  probeMedia: typeof probeMedia
}

/** The renderer of real MP4s. */
export const draftRenderer: Renderer = { renderDraft, probeMedia }

/** What the runner works with. */
export interface DraftRunnerOptions {
  catalog: Catalog
  storage: Storage
  renderer: Renderer
  clock: Clock
  source: MediaSource
  /** For files on the way; a folder per request is made in it and removed. */
  workDirectory: string
}

/** A model's stand-in: checks the body, fetches the media, renders, and stores the video, saying what it does as it does it. */
export function createDraftRunner(options: DraftRunnerOptions): Runner {
  const { catalog, storage, renderer, clock, source, workDirectory } = options

  function dawdle(request: QueueRequest, signal: AbortSignal): Promise<void> {
    const seconds = scenarioOf(request.scenario).dawdleSeconds ?? 0
    if (seconds === 0) return Promise.resolve()
    return new Promise((resolve) => {
      const cancel = clock.after(seconds, resolve)
      signal.addEventListener('abort', () => (cancel(), resolve()), { once: true })
    })
  }

  async function fetchAll(
    inputs: readonly MediaInput[],
    directory: string,
    log: (message: string) => void,
    signal: AbortSignal,
  ): Promise<{ media: Map<string, string> } | { failure: Outcome }> {
    const media = new Map<string, string>()
    for (const [index, { url, kind, path }] of inputs.entries()) {
      const ofKind = inputs.filter((input) => input.kind === kind)
      const place = `${kind} ${ofKind.findIndex((input) => input.path === path) + 1} of ${ofKind.length}`
      try {
        const name = `input-${index}`
        const file = media.get(url) ?? (await fetchMedia(url, { directory, name, source, signal }))
        const probe = await renderer.probeMedia(file, kind)
        if (probe.kind !== kind)
          throw unsupported(kind, `this is ${probe.contentType}, and the field wants ${article(kind)}`)
        media.set(url, await boundedImage(file, probe, join(directory, `${name}-small`), signal))
        log(`fetched ${place} (${probe.width}×${probe.height})`)
      } catch (error) {
        signal.throwIfAborted()
        if (!(error instanceof MediaError)) throw error
        log(`${place} cannot be used: ${error.message}`)
        return { failure: mediaFailure(error, locationOf(path), url) }
      }
    }
    return { media }
  }

  async function render(
    request: QueueRequest,
    operation: Operation,
    input: Record<string, unknown>,
    media: ReadonlyMap<string, string>,
    out: string,
    log: (message: string) => void,
    signal: AbortSignal,
  ): Promise<Outcome> {
    const fileName = `${request.id.slice(0, 8)}.mp4`
    const rendered = await renderer.renderDraft({
      operation,
      input,
      media,
      out,
      signal,
      onProgress: reporter(log),
    })
    signal.throwIfAborted()
    const stored = await storage.adopt(out, {
      fileName,
      contentType: 'video/mp4',
      ...(request.outputLifetimeSeconds !== undefined && { lifetimeSeconds: request.outputLifetimeSeconds }),
    })
    log(`encoded ${(rendered.fileSize / 1e6).toFixed(1)} MB`)
    return {
      status: 200,
      headers: { 'x-fal-billable-units': String(rendered.duration || 1) },
      video: { fileId: stored.id, fileName, fileSize: rendered.fileSize },
    }
  }

  return {
    async run(request, log, signal) {
      const scenario = scenarioOf(request.scenario)
      await dawdle(request, signal)
      const scripted = scenario.outcome?.(request.input)
      if (scripted) return scripted
      const checked = validateBody(catalog, request.endpointId, request.input)
      if (!checked.ok) return modelFailure(422, checked.details)
      const { operation, input } = checked
      const inputs = mediaInputs(operation.fields, input)
      const directory = join(workDirectory, request.id)
      await mkdir(directory, { recursive: true })
      try {
        const fetched = await fetchAll(inputs, directory, log, signal)
        if ('failure' in fetched) return fetched.failure
        await dawdle(request, signal)
        return await render(request, operation, input, fetched.media, join(directory, 'out.mp4'), log, signal)
      } catch (error) {
        signal.throwIfAborted()
        if (!(error instanceof MediaError)) throw error
        const culprit = inputs.find(({ url }) => url === error.url)
        return mediaFailure(error, locationOf(culprit?.path ?? []), culprit?.url)
      } finally {
        await rm(directory, { recursive: true, force: true })
      }
    },
  }
}

function article(kind: MediaInput['kind']): string {
  return kind === 'image' ? 'an image' : 'a video'
}

function mediaFailure(
  { type, message, context }: MediaError,
  loc: (string | number)[],
  url?: string,
): Outcome {
  const input = url?.startsWith('data:') ? undefined : url
  return modelFailure(422, [
    { loc, msg: message, type, ...(context && { ctx: context }), ...(input && { input }) },
  ])
}

/** A log line for each new stage, and for the frames about every tenth of the way: more would be noise. */
function reporter(log: (message: string) => void): (progress: RenderProgress) => void {
  let reported = 0
  return ({ frame, frames, note }) => {
    if (note !== undefined) log(note)
    const isDue = frame - reported >= Math.max(1, frames / 10) || (frame === frames && frame > reported)
    if (!isDue) return
    reported = frame
    log(`frame ${frame} of ${frames}`)
  }
}
