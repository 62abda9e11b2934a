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
    await pipeline(
      packedPixels(handle, size),
      createInflate({ chunkSize: PIECE }),
      async (pieces: AsyncIterable<Buffer>) => {
        for await (const piece of pieces) {
          inflated += piece.length
          if (inflated >= wanted) break
        }
      },
    )
  } catch {
    // Whatever zlib says, what counts is how far it came.
  }
  return inflated >= wanted
}

/** The contents of the IDAT chunks, one after the other. Some writers make thousands of small ones: they are read and given together. */
async function* packedPixels(handle: FileHandle, size: number): AsyncGenerator<Buffer> {
  let piece: Buffer = Buffer.alloc(0)
  let pieceAt = 0
  /** The bytes at a place, at least so many where the file does not end before. */
  const bytesAt = async (place: number, least: number): Promise<Buffer> => {
    if (place + least > pieceAt + piece.length) {
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(PIECE), 0, PIECE, place)
      piece = buffer.subarray(0, bytesRead)
      pieceAt = place
    }
    return piece.subarray(place - pieceAt)
  }
  let gathered: Buffer[] = []
  let gatheredBytes = 0
  for (let at = 8; at + 8 <= size;) {
    const head = await bytesAt(at, 8)
    const length = head.readUInt32BE(0)
    const type = head.toString('latin1', 4, 8)
    if (type === 'IEND') break
    const end = Math.min(at + 8 + length, size)
    for (let from = at + 8; type === 'IDAT' && from < end;) {
      const bytes = (await bytesAt(from, 1)).subarray(0, end - from)
      if (bytes.length === 0) break
      from += bytes.length
      gathered.push(bytes)
      gatheredBytes += bytes.length
      if (gatheredBytes < PIECE) continue
      yield Buffer.concat(gathered)
      gathered = []
      gatheredBytes = 0
    }
    at += length + 12
  }
  yield Buffer.concat(gathered)
}
