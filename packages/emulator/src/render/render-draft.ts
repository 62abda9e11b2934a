import type { Operation } from '@pika-kit/core'

/** What to draw, from what, and where to put it. */
export interface RenderRequest {
  operation: Operation
  /** Parsed input of the operation: defaults filled in. */
  input: Record<string, unknown>
  /** From each media URL of the input, as it stands there, to a local file. */
  media: ReadonlyMap<string, string>
  /** Path of the MP4. Written only when complete; nothing is left there after an error or an abort. */
  out: string
  signal?: AbortSignal
  onProgress?(progress: RenderProgress): void
}

export interface RenderProgress {
  /** Frames encoded so far. */
  frame: number
  frames: number
  /** Given when a new stage starts, for example `transition 2 of 3`. */
  note?: string
}

export interface RenderedVideo {
  /** Pixels. */
  width: number
  height: number
  /** Seconds. */
  duration: number
  /** Bytes. */
  fileSize: number
}

/** Renders the draft of a generation to an MP4: H.264 High, yuv420p, bt709, faststart, 24 frames a second. */
export function renderDraft(_request: RenderRequest): Promise<RenderedVideo> {
  return Promise.reject(new Error('being built'))
}
