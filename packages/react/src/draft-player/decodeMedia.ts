import type { DraftImage, DraftVideo } from '@pika-kit/preview'

const LONGEST_SIDE = 1_280

/** Decodes a picture, upright and at most 1280 pixels on its longer side, which is all that a draft on a screen needs. */
export async function decodeImage(url: string): Promise<DraftImage> {
  const response = await fetch(url)
  if (!response.ok) throw new Error(`the picture answered with status ${response.status}`)
  const full = await createImageBitmap(await response.blob())
  const scale = LONGEST_SIDE / Math.max(full.width, full.height)
  if (scale >= 1) return full
  const small = await createImageBitmap(full, {
    resizeWidth: Math.round(full.width * scale),
    resizeHeight: Math.round(full.height * scale),
    resizeQuality: 'high',
  })
  full.close()
  return small
}

/** Opens a video; its frames follow the draft as well as seeking allows. */
export async function decodeVideo(url: string): Promise<DraftVideo> {
  const video = document.createElement('video')
  video.muted = true
  video.playsInline = true
  video.crossOrigin = 'anonymous'
  video.preload = 'auto'
  await new Promise<void>((resolve, reject) => {
    video.addEventListener('loadeddata', () => resolve(), { once: true })
    video.addEventListener('error', () => reject(new Error('the video could not be read')), { once: true })
    video.src = url
  })
  // Sized: `drawImage` takes a video element, but its width and height are those of the element.
  video.width = video.videoWidth
  video.height = video.videoHeight
  // A recording that was never finished has no length of its own.
  const duration = Number.isFinite(video.duration) ? video.duration : 5
  return {
    width: video.videoWidth,
    height: video.videoHeight,
    duration,
    frameAt(seconds) {
      const wanted = Math.min(Math.max(seconds, 0), Math.max(0, duration - 0.05))
      if (!video.seeking && Math.abs(video.currentTime - wanted) > 0.04) video.currentTime = wanted
      return video
    },
  }
}
