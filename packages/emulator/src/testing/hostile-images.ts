// Pictures as an attacker, a broken camera or an old scanner makes them. Each is made here from its format's rules, so that a
// reader sees what is wrong with it.
import { crc32, deflateSync } from 'node:zlib'

interface PngOptions {
  /** Bits of a sample. Default 8. */
  bitDepth?: 8 | 16
  /** What the header claims instead of the truth. */
  claims?: { width: number; height: number }
  /** Chunks between the header and the pixels. */
  chunks?: readonly Buffer[]
}

/** An RGB PNG of one colour. However large, it is a few kilobytes, as every row is the same. */
export function flatPng(width: number, height: number, options: PngOptions = {}): Buffer {
  const { bitDepth = 8, claims = { width, height }, chunks = [] } = options
  const header = Buffer.alloc(13)
  header.writeUInt32BE(claims.width, 0)
  header.writeUInt32BE(claims.height, 4)
  header.set([bitDepth, 2, 0, 0, 0], 8)
  const row = Buffer.alloc(1 + (width * 3 * bitDepth) / 8)
  for (let at = 1; at < row.length; at++) row[at] = [0xd0, 0x40, 0x60][(at - 1) % 3] ?? 0
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    pngChunk('IHDR', header),
    ...chunks,
    pngChunk('IDAT', deflateSync(Buffer.alloc(row.length * height, row))),
    pngChunk('IEND', Buffer.alloc(0)),
  ])
}

/** One chunk of a PNG, with its length and checksum. */
export function pngChunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const chunk = Buffer.alloc(body.length + 8)
  chunk.writeUInt32BE(data.length, 0)
  body.copy(chunk, 4)
  chunk.writeUInt32BE(crc32(body), body.length + 4)
  return chunk
}

/** An animated PNG of two frames. */
export function animatedPng(): Buffer {
  const control = (sequence: number): Buffer => {
    const data = Buffer.alloc(26)
    data.writeUInt32BE(sequence, 0)
    data.writeUInt32BE(40, 4)
    data.writeUInt32BE(30, 8)
    data.writeUInt16BE(1, 20)
    data.writeUInt16BE(10, 22)
    return pngChunk('fcTL', data)
  }
  const first = flatPng(40, 30, {
    chunks: [pngChunk('acTL', Buffer.from([0, 0, 0, 2, 0, 0, 0, 0])), control(0)],
  })
  const pixels = deflateSync(Buffer.alloc((1 + 40 * 3) * 30))
  const second = pngChunk('fdAT', Buffer.concat([Buffer.from([0, 0, 0, 2]), pixels]))
  return Buffer.concat([first.subarray(0, -12), control(1), second, first.subarray(-12)])
}

/** A PNG whose colour profile inflates to this many bytes: the file itself has a thousandth of them. */
export function profileBomb(bytes: number): Buffer {
  const profile = Buffer.concat([Buffer.from('bomb\0\0', 'latin1'), deflateSync(Buffer.alloc(bytes))])
  return flatPng(40, 30, { chunks: [pngChunk('iCCP', profile)] })
}

/** A GIF of one pixel per frame, whose first frame may claim another size than the screen. */
export function gif(options: { frames?: number; screen?: number; frame?: number }): Buffer {
  const { frames = 1, screen = 8 } = options
  const { frame = screen } = options
  const head = Buffer.from('GIF89a\0\0\0\0\x80\0\0\xd0\x40\x60\0\0\0', 'latin1')
  head.writeUInt16LE(screen, 6)
  head.writeUInt16LE(screen, 8)
  const image = Buffer.from('!\xf9\x04\0\x0a\0\0\0,\0\0\0\0\0\0\0\0\0\x02\x02\x44\x01\0', 'latin1')
  image.writeUInt16LE(frame, 13)
  image.writeUInt16LE(frame, 15)
  return Buffer.concat([head, ...Array.from({ length: frames }, () => image), Buffer.from(';')])
}

/** A baseline JPEG of 16 × 16 in four inks, flat red, as print shops send them. */
export const cmykJpeg = Buffer.from(
  '/9j/7gAOQWRvYmUAZAAAAAAA/9sAQwABAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEB' +
    '/8AAFAgAEAAQBAERAAIRAAMRAAQRAP/EAB8AAAAADAAAAAAAAAAAAAAAAAABAgMEBQYHCAkKC//EABQQAAEAAAAAAAAAAAAAAAAAAAD/2gAOBAEA' +
    'AgADAAQAAD8Ar+C3/lv/ACv4AAAAAAAAAAAAP//Z',
  'base64',
)

/** The same JPEG with an EXIF block, whose bytes from its byte order on are given. */
export function jpegWithExif(exif: Buffer): Buffer {
  const head = Buffer.from([0xff, 0xe1, 0, 0])
  head.writeUInt16BE(exif.length + 8, 2)
  const block = Buffer.concat([head, Buffer.from('Exif\0\0', 'latin1'), exif])
  return Buffer.concat([cmykJpeg.subarray(0, 2), block, cmykJpeg.subarray(2)])
}
