import { type RefObject, useEffect, useState } from 'react'

/** In pixels of the screen; undefined until measured, and where nothing can measure. */
export interface ShownSize {
  width: number | undefined
  height: number | undefined
}

// A draft is made anew for another size: in steps, so that dragging a window's edge does not make one per pixel.
const STEP = 160
const UNKNOWN: ShownSize = { width: undefined, height: undefined }

/**
 * How many pixels of the screen an element covers, rounded up to steps of 160. What is painted with more is work that
 * nobody sees, and without a graphics card it is the difference between a fluent draft and a page that hangs.
 */
export function useShownSize(element: RefObject<HTMLElement | null>): ShownSize {
  const [size, setSize] = useState(UNKNOWN)

  // Not a layout effect, of which React 18 warns on a server; a draft that was begun before it is given up unpainted.
  useEffect(() => {
    if (!element.current || typeof ResizeObserver === 'undefined') return undefined
    const measure = ({ width, height }: { width: number; height: number }) => {
      if (width === 0 || height === 0) return
      const next = { width: inSteps(width), height: inSteps(height) }
      setSize((known) => (known.width === next.width && known.height === next.height ? known : next))
    }
    measure(element.current.getBoundingClientRect())
    const observer = new ResizeObserver(([entry]) => entry && measure(entry.contentRect))
    observer.observe(element.current)
    return () => observer.disconnect()
  }, [element])

  return size
}

function inSteps(cssPixels: number): number {
  return Math.ceil((cssPixels * devicePixelRatio) / STEP) * STEP
}
