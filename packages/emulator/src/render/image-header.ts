import { MediaError } from './media-error.ts'

/** What the first bytes of an image say. */
export interface ImageHeader {
  contentType: 'image/png' | 'image/jpeg' | 'image/gif' | 'image/webp'
  /** Pixels, as stored: before EXIF orientation. */
  width: number
  height: number
  /** EXIF's 1 (upright) to 8. */
  orientation: number
  /** The length of the whole file in bytes; 0 where the format does not say. */
  statedBytes: number
}

/**
 * Reads size and orientation off the start of an image file; undefined when it is no image that drafts can read.
 * Throws a `MediaError` when the file says it is one but its header is broken.
 */
export function readImageHeader(bytes: Buffer): ImageHeader | undefined {
  try {
    if (bytes.subarray(0, 8).equals(PNG_SIGNATURE)) {
      return {
        contentType: 'image/png',
        width: bytes.readUInt32BE(16),
        height: bytes.readUInt32BE(20),
        orientation: 1,
        statedBytes: 0,
      }
    }
    if (bytes.readUInt16BE(0) === 0xffd8) return readJpeg(bytes)
    if (/^GIF8[79]a/.test(bytes.toString('latin1', 0, 6))) {
      return {
        contentType: 'image/gif',
        width: bytes.readUInt16LE(6),
        height: bytes.readUInt16LE(8),
        orientation: 1,
        statedBytes: 0,
      }
    }
    if (bytes.toString('latin1', 0, 4) === 'RIFF' && bytes.toString('latin1', 8, 12) === 'WEBP')
      return readWebp(bytes)
    return undefined
  } catch (cause) {
    throw new MediaError(
      'image_load_error',
      'the image ends before its header does: it is truncated or broken',
      { cause },
    )
  }
}

const PNG_SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

function readJpeg(bytes: Buffer): ImageHeader {
  let orientation = 1
  for (let at = 2; ;) {
    while (bytes.readUInt8(at) === 0xff && bytes.readUInt8(at + 1) === 0xff) at++
    const marker = bytes.readUInt16BE(at)
    const length = bytes.readUInt16BE(at + 2)
    if (marker === 0xffe1)
      orientation = exifOrientation(bytes.subarray(at + 4, at + 2 + length)) ?? orientation
    // The frame headers SOF0 to SOF15; C4, C8 and CC have another meaning.
    if (marker >= 0xffc0 && marker <= 0xffcf && ![0xffc4, 0xffc8, 0xffcc].includes(marker)) {
      return {
        contentType: 'image/jpeg',
        height: bytes.readUInt16BE(at + 5),
        width: bytes.readUInt16BE(at + 7),
        orientation,
        statedBytes: 0,
      }
    }
    if (marker < 0xff00 || length < 2) throw new RangeError(`no JPEG marker at byte ${at}`)
    at += 2 + length
  }
}

function exifOrientation(segment: Buffer): number | undefined {
  if (segment.toString('latin1', 0, 4) !== 'Exif' || segment.length < 18) return undefined
  const tiff = segment.subarray(6)
  const isLittle = tiff.toString('latin1', 0, 2) === 'II'
  const u16 = (at: number) => (isLittle ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at))
  const directory = isLittle ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4)
  if (directory + 2 > tiff.length) return undefined
  for (let entry = 0; entry < u16(directory); entry++) {
    const at = directory + 2 + entry * 12
    if (at + 12 > tiff.length) return undefined
    if (u16(at) === 0x0112) return u16(at + 8)
  }
  return undefined
}

function readWebp(bytes: Buffer): ImageHeader {
  const kind = bytes.toString('latin1', 12, 16)
  const size = (width: number, height: number): ImageHeader => ({
    contentType: 'image/webp',
    width,
    height,
    orientation: 1,
    // The container says how long it is, without its own first eight bytes.
    statedBytes: bytes.readUInt32LE(4) + 8,
  })
  if (kind === 'VP8X') return size(bytes.readUIntLE(24, 3) + 1, bytes.readUIntLE(27, 3) + 1)
  if (kind === 'VP8L') {
    const bits = bytes.readUInt32LE(21)
    return size((bits & 0x3fff) + 1, ((bits >>> 14) & 0x3fff) + 1)
  }
  return size(bytes.readUInt16LE(26) & 0x3fff, bytes.readUInt16LE(28) & 0x3fff)
}
