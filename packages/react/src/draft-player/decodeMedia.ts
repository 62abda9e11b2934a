import type { DraftImage, DraftStill, DraftVideo } from '@pika-kit/preview'

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
  const stills = await takeStills(video, duration)
  return {
    stills,
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

const STILL_SIDE = 160
const MOST_STILLS = 24
/** A video that seeks slowly is played without having been looked through. */
const STILLS_MS = 2_500

/** Small pictures of a video, by which a draft follows what moves in it. Fewer where seeking takes long. */
async function takeStills(video: HTMLVideoElement, duration: number): Promise<DraftStill[]> {
  const scale = STILL_SIDE / Math.max(video.videoWidth, video.videoHeight)
  const count = Math.min(MOST_STILLS, Math.floor(duration * 4))
  const stills: DraftStill[] = []
  const deadline = AbortSignal.timeout(STILLS_MS)
  for (let index = 0; index < count && !deadline.aborted; index++) {
    // The last is just before the end, where there may be no frame.
    const seconds = (index * Math.max(0, duration - 0.05)) / Math.max(1, count - 1)
    if (!(await hasSought(video, seconds, deadline))) break
    const picture = document.createElement('canvas')
    picture.width = Math.max(1, Math.round(video.videoWidth * scale))
    picture.height = Math.max(1, Math.round(video.videoHeight * scale))
    picture.getContext('2d')?.drawImage(video, 0, 0, picture.width, picture.height)
    stills.push({ seconds, picture })
  }
  return stills
}

/** Whether a video came to a second before the deadline. */
function hasSought(video: HTMLVideoElement, seconds: number, deadline: AbortSignal): Promise<boolean> {
  return new Promise((resolve) => {
    const onSought = () => end(true)
    const onDeadline = () => end(false)
    const end = (isThere: boolean) => {
      video.removeEventListener('seeked', onSought)
      deadline.removeEventListener('abort', onDeadline)
      resolve(isThere)
    }
    video.addEventListener('seeked', onSought)
    deadline.addEventListener('abort', onDeadline)
    // A seek to where it already stands ends too, with the same event.
    video.currentTime = seconds
  })
}
