import { type RefObject, useEffect, useState } from 'react'
import { useStableFunctions } from '../internals/useStableFunctions.ts'

const ZOOM_STEP = 1.5

/** How the timeline is looked at; nothing of it is in the storyboard. */
export interface TimelineView {
  /** 1 shows the whole; 2 shows half of it. */
  zoom: number
  /** Sets it, within 1 and what the axis allows. */
  setZoom(zoom: number): void
  zoomIn(): void
  zoomOut(): void
  canZoomIn: boolean
  /** Told by the axis, which knows how wide it is. */
  setClosestZoom(zoom: number): void
  /** The axis, or the storyboard as text. */
  view: 'axis' | 'text'
  setView(view: 'axis' | 'text'): void
  /** Puts the focus on a keyframe or a transition, once it is there; null puts it on the button that adds a picture. */
  focus(target: { keyframe: string | null } | { transition: number }): void
}

/** `root` is the element around all parts. */
export function useTimelineView(root: RefObject<HTMLElement | null>): TimelineView {
  const [wanted, setWanted] = useState(1)
  const [closest, setClosest] = useState(8)
  const [view, setView] = useState<'axis' | 'text'>('axis')
  const [toFocus, focus] = useState<{ keyframe: string | null } | { transition: number } | null>(null)
  const zoom = Math.min(wanted, closest)
  const setZoom = (next: number) => setWanted(Math.max(1, Math.min(next, closest)))
  const zooming = useStableFunctions({
    setZoom,
    zoomIn: () => setZoom(zoom * ZOOM_STEP),
    zoomOut: () => setZoom(zoom / ZOOM_STEP),
  })

  useEffect(() => {
    if (!toFocus) return
    const place =
      'transition' in toFocus
        ? `[data-transition="${toFocus.transition}"] .pk-timeline-span`
        : toFocus.keyframe === null
          ? '.pk-timeline-empty button'
          : `[data-keyframe="${CSS.escape(toFocus.keyframe)}"] > .pk-timeline-picture`
    root.current?.querySelector<HTMLElement>(place)?.focus()
    // oxlint-disable-next-line react/set-state-in-effect -- The wish is fulfilled, which only the page shows.
    focus(null)
  }, [toFocus, root])

  return {
    zoom,
    ...zooming,
    canZoomIn: zoom < closest - 0.01,
    setClosestZoom: setClosest,
    view,
    setView,
    focus,
  }
}
