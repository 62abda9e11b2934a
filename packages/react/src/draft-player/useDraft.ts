import type { Operation } from '@pika-kit/core'
import {
  createDraft,
  type Draft,
  type DraftImage,
  type DraftVideo,
  frameSizeOf,
  type FrameSize,
  mediaUrlsOf,
} from '@pika-kit/preview'
import { useEffect, useState } from 'react'
import { decodeImage, decodeVideo } from './decodeMedia.ts'

export type DraftState =
  { status: 'waiting' | 'loading' | 'failed'; draft: null } | { status: 'ready'; draft: Draft }

type Medium = DraftImage | DraftVideo

// Decoded media by address, shared by every draft on the page. Few, since each may be some megabytes.
const decoded = new Map<string, Promise<Medium>>()
const KEPT = 24

function decode(kind: 'image' | 'video', url: string): Promise<Medium> {
  let medium = decoded.get(url)
  if (!medium) {
    medium = kind === 'image' ? decodeImage(url) : decodeVideo(url)
    decoded.set(url, medium)
    // A failure is forgotten, so that the next draft tries again.
    medium.catch(() => decoded.delete(url))
    const [oldest] = decoded.keys()
    if (decoded.size > KEPT && oldest !== undefined) decoded.delete(oldest)
  }
  return medium
}

/**
 * The draft of an input, ready to paint: waits until the input has all that the operation needs, and decodes its media.
 * An input that is not valid yet (a prompt is missing) is drawn as far as it goes. `width` and
 * `height`, in pixels, make it just large enough to fill such a box; it is never larger than the video would be.
 */
export function useDraft(
  operation: Operation,
  input: Readonly<Record<string, unknown>>,
  { width, height }: { width?: number | undefined; height?: number | undefined } = {},
): DraftState {
  const [state, setState] = useState<DraftState>({ status: 'waiting', draft: null })
  const text = JSON.stringify(input)

  useEffect(() => {
    const current = JSON.parse(text) as Record<string, unknown>
    // Words may still be missing; pictures may not.
    const whole = operation.parse(current)
    const parsed = whole.ok ? whole : operation.parse({ ...current, prompt: 'draft' })
    const ready = parsed.ok ? parsed.input : null
    if (!ready || (operation.draft === 'title' && !current['prompt'])) {
      setState({ status: 'waiting', draft: null })
      return
    }
    let isCurrent = true
    const references = mediaUrlsOf(operation, ready)
    setState((known) => (known.status === 'ready' ? known : { status: 'loading', draft: null }))
    Promise.all(references.map(async ({ url, kind }) => [url, await decode(kind, url)] as const))
      .then((entries) => {
        if (!isCurrent) return
        const media = new Map(entries)
        const createCanvas = (width: number, height: number) => {
          const canvas = document.createElement('canvas')
          canvas.width = width
          canvas.height = height
          return canvas
        }
        setState({
          status: 'ready',
          draft: createDraft(operation, ready, media, {
            createCanvas: createCanvas as never,
            mark: false,
            size: sizeWithin(frameSizeOf(operation, ready, media), width, height),
          }),
        })
      })
      .catch(() => isCurrent && setState({ status: 'failed', draft: null }))
    return () => {
      isCurrent = false
    }
  }, [operation, text, width, height])

  return state
}

/** The size of the video, made smaller to fit a box; even, as videos are. */
function sizeWithin(full: FrameSize, width = Infinity, height = Infinity): FrameSize {
  const scale = Math.min(1, width / full.width, height / full.height)
  const even = (value: number) => Math.max(2, Math.round((value * scale) / 2) * 2)
  return { width: even(full.width), height: even(full.height) }
}
