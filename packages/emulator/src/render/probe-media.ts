import { open } from 'node:fs/promises'
import { readImageHeader } from './image-header.ts'
import { MediaError } from './media-error.ts'
import { readVideoHeader, type VideoFormat } from './video-source.ts'

/** What a media file really is, whatever its name says. */
export interface MediaProbe {
  kind: 'image' | 'video'
  /** Pixels, as shown: after EXIF orientation. */
  width: number
  height: number
  /** Seconds; videos only. */
  duration?: number
  contentType: string
}

/** Bytes. Larger files are refused before a byte of them is decoded. */
export const LARGEST_FILE = 200 * 1024 * 1024
/** Pixels of an image or of a video's frame: 50 megapixels are 200 MB when decoded. */
export const MOST_PIXELS = 50_000_000
const LONGEST_VIDEO_SECONDS = 600
// Enough for the headers of images, the EXIF block with its thumbnail included.
const HEADER_BYTES = 1024 * 1024

/** Looks into a file without decoding all of it. Throws a `MediaError` with fal's error type when it cannot be used. */
export async function probeMedia(file: string): Promise<MediaProbe> {
  const { head, tail, size } = await readEnds(file)
  if (size === 0) throw new MediaError('image_load_error', 'the file is empty')
  if (size > LARGEST_FILE) {
    throw new MediaError('file_too_large', `the file has ${size} bytes; at most ${LARGEST_FILE} are taken`, {
      context: { max_size: LARGEST_FILE },
    })
  }
  const image = readImageHeader(head)
  if (image) {
    checkPixels(image.width, image.height)
    checkEnd(image.contentType, tail)
    const isTurned = image.orientation >= 5 && image.orientation <= 8
    const [width, height] = isTurned ? [image.height, image.width] : [image.width, image.height]
    return { kind: 'image', width, height, contentType: image.contentType }
  }
  const video = videoTypeOf(head)
  if (!video) {
    throw new MediaError(
      'image_load_error',
      'the file is neither a PNG, JPEG, GIF or WebP image nor an MP4, MOV, WebM or Matroska video',
    )
  }
  const { width, height, duration } = await readVideoHeader(file, video.format)
  checkPixels(width, height)
  if (!(duration > 0)) throw new MediaError('unsupported_video_format', 'the video has no length')
  if (duration > LONGEST_VIDEO_SECONDS) {
    throw new MediaError(
      'video_duration_too_long',
      `the video lasts ${Math.round(duration)} s; at most ${LONGEST_VIDEO_SECONDS} s are taken`,
      {
        context: { max_duration: LONGEST_VIDEO_SECONDS, provided_duration: duration },
      },
    )
  }
  return { kind: 'video', width, height, duration, contentType: video.contentType }
}

/** The demuxer that a probed video needs. */
export function videoFormatOf(probe: MediaProbe): VideoFormat {
  return probe.contentType === 'video/webm' || probe.contentType === 'video/x-matroska' ? 'matroska' : 'mov'
}

async function readEnds(file: string): Promise<{ head: Buffer; tail: Buffer; size: number }> {
  const handle = await open(file)
  try {
    const { size } = await handle.stat()
    const head = Buffer.alloc(Math.min(size, HEADER_BYTES))
    await handle.read(head, 0, head.length, 0)
    const tail = Buffer.alloc(Math.min(size, 64))
    await handle.read(tail, 0, tail.length, size - tail.length)
    return { head, tail, size }
  } finally {
    await handle.close()
  }
}

function checkPixels(width: number, height: number): void {
  if (width === 0 || height === 0) throw new MediaError('image_load_error', 'the picture has no pixels')
  if (width * height > MOST_PIXELS || Math.max(width, height) > 32_767) {
    throw new MediaError(
      'image_too_large',
      `the picture has ${width} × ${height} pixels; at most ${MOST_PIXELS} in all are taken`,
      {
        context: { max_pixels: MOST_PIXELS },
      },
    )
  }
}

/** A decoder would paint the missing part grey and say nothing, so a cut-off file is told by its end. */
function checkEnd(contentType: string, tail: Buffer): void {
  const isCut =
    contentType === 'image/png'
      ? !tail.includes('IEND')
      : contentType === 'image/jpeg' && !tail.includes(Buffer.from([0xff, 0xd9]))
  if (isCut) throw new MediaError('image_load_error', 'the image is truncated: its end is missing')
}

function videoTypeOf(head: Buffer): { format: VideoFormat; contentType: string } | undefined {
  if (head.toString('latin1', 4, 8) === 'ftyp') {
    return {
      format: 'mov',
      contentType: head.toString('latin1', 8, 10) === 'qt' ? 'video/quicktime' : 'video/mp4',
    }
  }
  if (head.length < 4 || head.readUInt32BE(0) !== 0x1a45dfa3) return undefined
  return {
    format: 'matroska',
    contentType: head.subarray(0, 64).includes('webm') ? 'video/webm' : 'video/x-matroska',
  }
}
