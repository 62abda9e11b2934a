import type { DraftVideo } from '@pika-kit/preview'

const FRAMES_PER_SECOND = 10
/** Of the longer side, in pixels: what the simulation's videos are wide. */
const LONGEST_SIDE = 640
/** A longer video is read to here, and stands still on its last picture from there on. */
const LONGEST_SECONDS = 10

/**
 * The pictures of a video, read before anything is drawn: what is recorded while it plays cannot wait for a seek.
 * `close` frees them.
 */
export async function readVideo(url: string): Promise<DraftVideo & { close(): void }> {
  const video = document.createElement('video')
  Object.assign(video, { muted: true, playsInline: true, preload: 'auto', crossOrigin: 'anonymous' })
  await new Promise((resolve, reject) => {
    video.addEventListener('loadeddata', resolve, { once: true })
    video.addEventListener('error', () => reject(new Error('the video could not be read')), { once: true })
    video.src = url
  })
  // A recording that was never finished has no length of its own.
  const duration = Number.isFinite(video.duration) ? video.duration : 3
  const scale = Math.min(1, LONGEST_SIDE / Math.max(video.videoWidth, video.videoHeight))
  const width = Math.max(2, Math.round(video.videoWidth * scale))
  const height = Math.max(2, Math.round(video.videoHeight * scale))
  const count = Math.max(1, Math.floor(Math.min(duration, LONGEST_SECONDS) * FRAMES_PER_SECOND))
  const frames: ImageBitmap[] = []
  for (let index = 0; index < count; index++) {
    await seek(video, index / FRAMES_PER_SECOND)
    frames.push(await createImageBitmap(video, { resizeWidth: width, resizeHeight: height }))
  }
  video.removeAttribute('src')
  video.load()
  const [first] = frames as [ImageBitmap, ...ImageBitmap[]]
  return {
    width,
    height,
    duration,
    frameAt: (seconds) => frames[Math.min(Math.round(seconds * FRAMES_PER_SECOND), count - 1)] ?? first,
    stills: frames.flatMap((picture, index) =>
      index % 3 === 0 ? [{ seconds: index / FRAMES_PER_SECOND, picture: small(picture) }] : [],
    ),
    close: () => {
      for (const frame of frames) frame.close()
    },
  }
}

/** Drafts follow what moves by pictures of this side, in pixels. */
const STILL_SIDE = 160

function small(picture: ImageBitmap): HTMLCanvasElement {
  const scale = STILL_SIDE / Math.max(picture.width, picture.height)
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, Math.round(picture.width * scale))
  canvas.height = Math.max(1, Math.round(picture.height * scale))
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height)
  return canvas
}

function seek(video: HTMLVideoElement, seconds: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const end = () => {
      video.removeEventListener('error', fail)
      resolve()
    }
    const fail = () => {
      video.removeEventListener('seeked', end)
      reject(new Error('the video could not be read to its end'))
    }
    video.addEventListener('seeked', end, { once: true })
    video.addEventListener('error', fail, { once: true })
    // A seek to where it already stands ends too, with the same event.
    video.currentTime = seconds
  })
}
