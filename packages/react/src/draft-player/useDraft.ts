import type { Operation } from '@pika-kit/core'
import {
  createDraft,
  type Draft,
  type DraftImage,
  type DraftMedia,
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
    const { signal } = new AbortController()
    medium = kind === 'image' ? decodeImage(url, signal) : decodeVideo(url, signal)
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
 * An input that is not valid yet (a prompt is missing) is drawn as far as it goes. `width` makes a small one, in pixels.
 */
export function useDraft(
  operation: Operation,
  input: Readonly<Record<string, unknown>>,
  { width }: { width?: number } = {},
): DraftState {
  const [state, setState] = useState<DraftState>({ status: 'waiting', draft: null })
  const text = JSON.stringify(input)

  useEffect(() => {
    const current = JSON.parse(text) as Record<string, unknown>
    // Words may still be missing; pictures may not.
    const attempts = [operation.parse(current), operation.parse({ ...current, prompt: 'draft' })]
    const ready = attempts.find((attempt) => attempt.ok)?.input ?? null
    if (!ready || (operation.draft === 'title' && !current['prompt'])) {
      setState({ status: 'waiting', draft: null })
      return
    }
    let isCurrent = true
    const references = mediaUrlsOf(operation, ready)
    setState((known) => (known.status === 'ready' ? known : { status: 'loading', draft: null }))
    Promise.all(references.map(async ({ url, kind }) => [url, await decode(kind, url)] as const))
      .then((media) => {
        if (!isCurrent) return
        const createCanvas = (width: number, height: number) => {
          const canvas = document.createElement('canvas')
          canvas.width = width
          canvas.height = height
          return canvas
        }
        setState({
          status: 'ready',
          draft: createDraft(operation, ready, new Map(media), {
            createCanvas: createCanvas as never,
            mark: false,
            ...(width !== undefined && { size: scaledSize(operation, ready, new Map(media), width) }),
          }),
        })
      })
      .catch(() => isCurrent && setState({ status: 'failed', draft: null }))
    return () => {
      isCurrent = false
    }
  }, [operation, text, width])

  return state
}

/** The size that the draft would have, at another width; even, as videos are. */
function scaledSize(
  operation: Operation,
  input: Record<string, unknown>,
  media: DraftMedia,
  width: number,
): FrameSize {
  const full = frameSizeOf(operation, input, media)
  const even = (value: number) => Math.max(2, Math.round(value / 2) * 2)
  return { width: even(width), height: even((width * full.height) / full.width) }
}
