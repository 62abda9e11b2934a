import type { FileHandle } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { createInflate } from 'node:zlib'

/** Bytes read at once. */
const PIECE = 256 * 1024
const CHANNELS: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 }

/**
 * Whether a PNG holds as many pixels as its header claims. The decoder paints what is missing or broken transparent and says
 * nothing; fal's refuses such files. Inflates in small pieces and stops at the claimed size, so a bomb takes no memory.
 */
export async function hasAllPixels(handle: FileHandle, size: number): Promise<boolean> {
  const header = Buffer.alloc(29)
  await handle.read(header, 0, header.length, 0)
  const [width, height] = [header.readUInt32BE(16), header.readUInt32BE(20)]
  const bitsPerPixel = header.readUInt8(24) * (CHANNELS[header.readUInt8(25)] ?? 1)
  // The filter byte of each row is left out, as interlaced rows are other rows.
  const wanted = Math.ceil((width * bitsPerPixel) / 8) * height
  let inflated = 0
  try {
    await pipeline(packedPixels(handle, size), createInflate(), async (pieces: AsyncIterable<Buffer>) => {
      for await (const piece of pieces) {
        inflated += piece.length
        if (inflated >= wanted) break
      }
    })
  } catch {
    // Whatever zlib says, what counts is how far it came.
  }
  return inflated >= wanted
}

/** The contents of the IDAT chunks, one after the other. */
async function* packedPixels(handle: FileHandle, size: number): AsyncGenerator<Buffer> {
  const head = Buffer.alloc(8)
  let at = 8
  while (at + 8 <= size) {
    await handle.read(head, 0, 8, at)
    const length = head.readUInt32BE(0)
    const type = head.toString('latin1', 4, 8)
    if (type === 'IEND') return
    const end = Math.min(at + 8 + length, size)
    for (let from = at + 8; type === 'IDAT' && from < end; from += PIECE) {
      const piece = Buffer.alloc(Math.min(PIECE, end - from))
      await handle.read(piece, 0, piece.length, from)
      yield piece
    }
    at += length + 12
  }
}
