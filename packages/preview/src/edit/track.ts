import type { CreateCanvas, DraftImage, DraftStill } from '../canvas.ts'
import { coverRectangle, drawPart, type Rectangle } from '../toolkit/pictures.ts'
import { readableCanvas } from '../toolkit/pixels.ts'
import { piecesOf } from '../toolkit/subject/shape.ts'

/** Where the one thing that moves in a video is, at any second. Places are in pixels of the draft. */
export type Track = (seconds: number) => Rectangle

/** Pixels of the longer side of the copies that are compared. */
const SIDE = 112
/** How far a channel must be from what is usual at its place, 0…255. */
const CHANGE = 30
/** Shares of the frame within which what moves is taken for one thing and not for the camera. */
const SMALLEST = 0.002
const LARGEST = 0.3
/** Stills to each side that a size is the median of, and that a place is the mean of. */
const SIZE_REACH = 4
const PLACE_REACH = 1

interface Seen {
  seconds: number
  x: number
  y: number
  width: number
  height: number
}

/**
 * Follows what moves before a camera that stands still: what differs, in stills of the video, from what is usual at its
 * place. Undefined where the camera moves, where nothing does, or where there are too few stills.
 */
export function trackOf(
  createCanvas: CreateCanvas,
  stills: readonly DraftStill[],
  width: number,
  height: number,
): Track | undefined {
  if (stills.length < 4) return undefined
  const scale = SIDE / Math.max(width, height)
  const { canvas, context } = readableCanvas(createCanvas, width * scale, height * scale)
  const [columns, rows] = [canvas.width, canvas.height]
  const frames = stills.map(({ picture }) => {
    drawCovering(picture)
    return context.getImageData(0, 0, columns, rows).data
  })

  function drawCovering(picture: DraftImage): void {
    const part = coverRectangle(picture.width, picture.height, columns, rows)
    drawPart(context, picture, part.x, part.y, part.width, part.height, 0, 0, columns, rows)
  }

  const usual = medianOf(frames)
  const seen: Seen[] = []
  stills.forEach(({ seconds }, index) => {
    const frame = frames[index]
    const blob = frame && movedBlob(frame, usual, columns, rows)
    if (blob) seen.push({ seconds, ...blob })
  })
  if (seen.length < stills.length * 0.6 || !isOneThing(seen)) return undefined

  const steady = seen.map((here, index): Seen => {
    const around = (reach: number) => seen.slice(Math.max(0, index - reach), index + reach + 1)
    const median = (key: 'width' | 'height') =>
      around(SIZE_REACH)
        .map((one) => one[key])
        .toSorted((a, b) => a - b)[around(SIZE_REACH).length >> 1] ?? here[key]
    // As many before as after, or the mean would lag at both ends.
    const near = around(Math.min(PLACE_REACH, index, seen.length - 1 - index))
    const mean = (key: 'x' | 'y') => near.reduce((sum, one) => sum + one[key], 0) / near.length
    return {
      seconds: here.seconds,
      x: mean('x'),
      y: mean('y'),
      width: median('width'),
      height: median('height'),
    }
  })

  return (seconds) => {
    // Before the first and after the last it goes on as it went.
    const after = steady.findIndex((one) => one.seconds > seconds)
    const last = after < 0 ? steady.length - 1 : Math.max(1, after)
    const [from, to] = [steady[last - 1] as Seen, steady[last] as Seen]
    const t = Math.min(1.3, Math.max(-0.3, (seconds - from.seconds) / (to.seconds - from.seconds)))
    const at = (key: keyof Seen) => (from[key] + (to[key] - from[key]) * t) / scale
    return {
      x: at('x') - at('width') / 2,
      y: at('y') - at('height') / 2,
      width: at('width'),
      height: at('height'),
    }
  }
}

/** Whether what was seen keeps about its size: else it is now one thing and now another. */
function isOneThing(seen: readonly Seen[]): boolean {
  const alike = (key: 'width' | 'height') => {
    const sizes = seen.map((one) => one[key]).toSorted((a, b) => a - b)
    const usual = sizes[sizes.length >> 1] ?? 0
    return sizes.filter((size) => Math.abs(size - usual) <= usual * 0.25 + 2).length
  }
  return Math.min(alike('width'), alike('height')) >= seen.length * 0.75 && travels(seen)
}

/** Whether it goes far enough that no place has it for half of the time: there it would be what is usual. */
function travels(seen: readonly Seen[]): boolean {
  const spread = (key: 'x' | 'y') => {
    const values = seen.map((one) => one[key])
    return Math.max(...values) - Math.min(...values)
  }
  const mean = (key: 'width' | 'height') => seen.reduce((sum, one) => sum + one[key], 0) / seen.length
  return spread('x') > mean('width') * 1.6 || spread('y') > mean('height') * 1.6
}

/** The usual value of each byte over all frames. */
function medianOf(frames: readonly Uint8ClampedArray[]): Uint8ClampedArray {
  const usual = new Uint8ClampedArray(frames[0]?.length ?? 0)
  const values = new Uint8Array(frames.length)
  for (let index = 0; index < usual.length; index++) {
    if (index % 4 === 3) continue
    frames.forEach((frame, at) => {
      values[at] = frame[index] as number
    })
    values.sort()
    usual[index] = values[values.length >> 1] as number
  }
  return usual
}

/** The largest connected part of a frame that is not as usual: its middle and size. */
function movedBlob(
  frame: Uint8ClampedArray,
  usual: Uint8ClampedArray,
  columns: number,
  rows: number,
): Omit<Seen, 'seconds'> | undefined {
  const differs = (index: number) =>
    [0, 1, 2].some(
      (channel) =>
        Math.abs((frame[index * 4 + channel] as number) - (usual[index * 4 + channel] as number)) > CHANGE,
    )
  const pieces = piecesOf(columns, rows, differs)
  const all = pieces.reduce((sum, piece) => sum + piece.length, 0)
  const largest = pieces.toSorted((one, other) => other.length - one.length)[0]
  const area = columns * rows
  if (!largest || largest.length < area * SMALLEST || all > area * LARGEST) return undefined
  // What stands at a place for half of the time is what is usual there, and then its absence is seen elsewhere.
  if (largest.length < all * 0.6) return undefined
  const xs = largest.map((index) => index % columns)
  const ys = largest.map((index) => Math.floor(index / columns))
  const [left, right] = [Math.min(...xs), Math.max(...xs) + 1]
  const [top, bottom] = [Math.min(...ys), Math.max(...ys) + 1]
  return { x: (left + right) / 2, y: (top + bottom) / 2, width: right - left, height: bottom - top }
}
