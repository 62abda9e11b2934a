import { type FileHandle, open } from 'node:fs/promises'
import { foreignImageFormat } from './foreign-image.ts'
import { type ImageHeader, readImageHeader } from './image-header.ts'
import { MediaError } from './media-error.ts'
import { hasAllPixels } from './png-pixels.ts'
import { isVideoTruncated } from './video-boxes.ts'
import { proveDecodable, readVideoHeader, type VideoFormat } from './video-source.ts'

/** What a media file really is, whatever its name says. */
export interface MediaProbe {
  kind: 'image' | 'video'
  /** Pixels, as shown: after EXIF orientation, or a video's rotation. */
  width: number
  height: number
  /** Seconds; videos only. */
  duration?: number
  contentType: string
}

/** Bytes. Larger files are refused before a byte of them is decoded. */
export const LARGEST_FILE = 200 * 1024 * 1024
/** Pixels of an image: 50 megapixels are 200 MB when decoded. */
export const MOST_PIXELS = 50_000_000
/** Pixels of a side of an image. */
export const LONGEST_SIDE = 16_384
/** Pixels of a video's frame, 4K in the cinema's shape: a decoder holds up to twenty of them. */
export const MOST_VIDEO_PIXELS = 4096 * 2304
const LONGEST_VIDEO_SECONDS = 600
// Enough for the headers of images, the EXIF block with its thumbnail included.
const HEADER_BYTES = 1024 * 1024
const IMAGE_FORMATS = ['png', 'jpeg', 'gif', 'webp']
const VIDEO_FORMATS = ['mp4', 'mov', 'webm', 'mkv']

/**
 * Looks into a file and decodes no more of it than a video's first frame. `expected` is what the field wants: it decides
 * the error for a file that is neither. Throws a `MediaError` with fal's error type when the file cannot be used.
 */
export async function probeMedia(file: string, expected: MediaProbe['kind'] = 'image'): Promise<MediaProbe> {
  const handle = await open(file)
  try {
    const { size } = await handle.stat()
    if (size === 0) throw unusable(expected, 'the file is empty')
    if (size > LARGEST_FILE) {
      throw new MediaError(
        'file_too_large',
        `the file has ${size} bytes; at most ${LARGEST_FILE} are taken`,
        { context: { max_size: LARGEST_FILE } },
      )
    }
    const head = await readAt(handle, 0, Math.min(size, HEADER_BYTES))
    const image = readImageHeader(head)
    if (image) return await probeImage(image, handle, size)
    const foreign = foreignImageFormat(head)
    if (foreign !== undefined) throw unsupported('image', `${foreign} images are not taken`)
    const video = videoTypeOf(head)
    if (video) return await probeVideo(file, handle, size, video)
    throw unusable(
      expected,
      `the file is neither a ${IMAGE_FORMATS.join(', ')} image nor a ${VIDEO_FORMATS.join(', ')} video`,
    )
  } finally {
    await handle.close()
  }
}

async function probeImage(image: ImageHeader, handle: FileHandle, size: number): Promise<MediaProbe> {
  const { contentType, orientation } = image
  if (image.width === 0 || image.height === 0) throw unusable('image', 'the picture has no pixels')
  if (image.width * image.height > MOST_PIXELS || Math.max(image.width, image.height) > LONGEST_SIDE) {
    throw new MediaError(
      'image_too_large',
      `the picture has ${image.width} × ${image.height} pixels; at most ${LONGEST_SIDE} on a side and ${MOST_PIXELS} in all are taken`,
      { context: { max_width: LONGEST_SIDE, max_height: LONGEST_SIDE, max_pixels: MOST_PIXELS } },
    )
  }
  if (await isTruncated(image, handle, size))
    throw unusable('image', 'the image is truncated or broken: pixels are missing')
  const isTurned = orientation >= 5 && orientation <= 8
  const [width, height] = isTurned ? [image.height, image.width] : [image.width, image.height]
  return { kind: 'image', width, height, contentType }
}

async function probeVideo(
  file: string,
  handle: FileHandle,
  size: number,
  { format, contentType }: { format: VideoFormat; contentType: string },
): Promise<MediaProbe> {
  if (format === 'mov' && (await isVideoTruncated(handle, size)))
    throw unsupported('video', 'the video is truncated: its end is missing')
  const { width, height, duration } = await readVideoHeader(file, format)
  if (width * height > MOST_VIDEO_PIXELS) {
    throw unsupported(
      'video',
      `the video has frames of ${width} × ${height} pixels; at most ${MOST_VIDEO_PIXELS} are taken`,
      { max_pixels: MOST_VIDEO_PIXELS },
    )
  }
  if (!(duration > 0)) throw unsupported('video', 'the video has no length')
  if (duration > LONGEST_VIDEO_SECONDS) {
    throw new MediaError(
      'video_duration_too_long',
      `the video lasts ${Math.round(duration)} s; at most ${LONGEST_VIDEO_SECONDS} s are taken`,
      { context: { max_duration: LONGEST_VIDEO_SECONDS, provided_duration: duration } },
    )
  }
  await proveDecodable(file, format)
  return { kind: 'video', width, height, duration, contentType }
}

/** The error for a file of a format, or with a defect, that this kind of medium may not have. */
export function unsupported(
  kind: MediaProbe['kind'],
  message: string,
  context: Record<string, unknown> = {},
): MediaError {
  const formats = kind === 'image' ? IMAGE_FORMATS : VIDEO_FORMATS
  return new MediaError(`unsupported_${kind}_format`, `${message}; give ${formats.join(', ')}`, {
    context: { supported_formats: formats, ...context },
  })
}

/** fal has a type for images that do not load, and for videos only that of an unsupported format. */
function unusable(kind: MediaProbe['kind'], message: string): MediaError {
  return kind === 'image' ? new MediaError('image_load_error', message) : unsupported('video', message)
}

/** The demuxer that a probed video needs. */
export function videoFormatOf(probe: MediaProbe): VideoFormat {
  return probe.contentType === 'video/webm' || probe.contentType === 'video/x-matroska' ? 'matroska' : 'mov'
}

async function readAt(handle: FileHandle, start: number, length: number): Promise<Buffer> {
  const bytes = Buffer.alloc(length)
  const { bytesRead } = await handle.read(bytes, 0, length, start)
  return bytes.subarray(0, bytesRead)
}

/** A decoder would paint the missing part grey, or leave it empty, and say nothing. */
async function isTruncated(
  { contentType, statedBytes }: ImageHeader,
  handle: FileHandle,
  size: number,
): Promise<boolean> {
  if (contentType === 'image/png') return !(await hasAllPixels(handle, size))
  if (contentType === 'image/jpeg') return !(await hasJpegEnd(handle, size))
  return statedBytes > size
}

/** Looks from the back, in pieces that overlap, as phones write whole videos behind their pictures. */
async function hasJpegEnd(handle: FileHandle, size: number): Promise<boolean> {
  const mark = Buffer.from([0xff, 0xd9])
  for (let end = size; end > mark.length; end -= HEADER_BYTES - mark.length) {
    const start = Math.max(0, end - HEADER_BYTES)
    if ((await readAt(handle, start, end - start)).includes(mark)) return true
  }
  return false
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
