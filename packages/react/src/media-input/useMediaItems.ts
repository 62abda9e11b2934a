/* oxlint-disable react/refs -- The items run ahead of the renders, and addresses that come back are told from others by them. */
import { useCallback, useId, useRef, useState } from 'react'
import { detailsOfUrl, type MediaItems, type MediaStep, noMedia, stepMedia, urlsOf } from './mediaItems.ts'
import { useLatest } from '../internals/useLatest.ts'

export interface UseMediaItems {
  state: MediaItems
  /** The state after every step so far, also those that no render has shown yet. */
  newest(): MediaItems
  step(step: MediaStep): void
  newId(): string
}

/**
 * The items of a media input, kept in step with the addresses that the embedder holds. `onUrls` is told when those change from
 * here. What is on its way has no address yet; it ends when other addresses come from outside.
 */
export function useMediaItems(
  urls: readonly string[] | undefined,
  defaultUrls: readonly string[],
  onUrls: (urls: readonly string[]) => void,
): UseMediaItems {
  const base = useId()
  const count = useRef(0)
  const newId = useCallback(() => `${base}-${count.current++}`, [base])
  const [state, setState] = useState<MediaItems>(() => ({
    ...noMedia,
    items: (urls ?? defaultUrls).map((url) => ({ id: newId(), url, details: detailsOfUrl(url) })),
  }))
  const known = useRef(state)
  const tell = useLatest(onUrls)

  const [seen, setSeen] = useState(urls)
  if (urls && !same(urls, seen)) {
    setSeen(urls)
    // Most often they are what was told from here.
    if (!same(urls, urlsOf(known.current))) {
      known.current = stepMedia(known.current, { type: 'adopt', urls, newId })
      setState(known.current)
    }
  }

  const step = useCallback(
    (next: MediaStep) => {
      const before = known.current
      const after = stepMedia(before, next)
      if (after === before) return
      known.current = after
      setState(after)
      if (!same(urlsOf(after), urlsOf(before))) tell.current(urlsOf(after))
    },
    [tell],
  )
  return { state, newest: () => known.current, step, newId }
}

function same(one: readonly string[], other: readonly string[] | undefined): boolean {
  return other !== undefined && one.length === other.length && one.every((url, at) => url === other[at])
}
