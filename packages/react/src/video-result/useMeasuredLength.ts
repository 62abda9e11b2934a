import { useEffect } from 'react'

/**
 * A recording that was never closed says that it has no end, and cannot be sought: what browsers record is like that, and so
 * are the videos of the Storybook. A seek beyond its end makes the browser look for it.
 */
export function useMeasuredLength(video: HTMLVideoElement): void {
  useEffect(() => {
    const begin = () => (video.currentTime = 0)
    const measure = () => {
      if (video.duration !== Infinity) return
      video.addEventListener('seeked', begin, { once: true })
      video.currentTime = Number.MAX_SAFE_INTEGER
    }
    if (video.readyState > 0) measure()
    video.addEventListener('loadedmetadata', measure)
    return () => {
      video.removeEventListener('loadedmetadata', measure)
      video.removeEventListener('seeked', begin)
    }
  }, [video])
}
