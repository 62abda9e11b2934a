import type { CreateCanvas, DraftImage } from '../canvas.ts'
import { mix, progress, smoother } from '../toolkit/easing.ts'
import { canvasOf, coverRectangle, drawPart, type Rectangle } from '../toolkit/pictures.ts'
import { pixelsOf } from '../toolkit/pixels.ts'
import { findSubject, type Subject } from '../toolkit/subject.ts'

/** Pixels of the longer side of the copy of a frame that is looked at, and of those that are searched. */
const SIDE = 288
const SEARCHED = 6_000

/** What is seen in one frame of a video. Places are in pixels of the draft. */
export interface Sight {
  /** The subject in the small copy. */
  subject: Subject
  small: DraftImage
  /** 0 (no clear subject in this frame) to 1. */
  clarity: number
  /** Around the subject; the less clear it is, the nearer to the middle of the frame. */
  box: Rectangle
  head: Rectangle
}

/**
 * Looks at frames of a video, each for itself: a draft must show the same picture for a second in whatever order the
 * seconds come, and hosts have only the frame that is drawn. So a place follows the subject without a memory of it.
 */
export function watcher(
  createCanvas: CreateCanvas,
  width: number,
  height: number,
): (frame: DraftImage) => Sight {
  const scale = Math.min(1, SIDE / Math.max(width, height))
  const { canvas: small, context } = canvasOf(createCanvas, width * scale, height * scale)
  const middle: Rectangle = { x: width * 0.32, y: height * 0.22, width: width * 0.36, height: height * 0.62 }

  return (frame) => {
    const part = coverRectangle(frame.width, frame.height, width, height)
    drawPart(context, frame, part.x, part.y, part.width, part.height, 0, 0, small.width, small.height)
    const subject = findSubject(createCanvas, small, SEARCHED)
    const clarity = smoother(progress(subject.confidence, 0.22, 0.5))
    const inDraft = ({ x, y, width: w, height: h }: Rectangle): Rectangle => ({
      x: x / scale,
      y: y / scale,
      width: w / scale,
      height: h / scale,
    })
    return {
      subject,
      small,
      clarity,
      box: between(middle, inDraft(steadyBox(createCanvas, subject.mask, small)), clarity),
      head: between({ ...middle, height: middle.height / 3 }, inDraft(subject.head), clarity),
    }
  }
}

/**
 * Where a mask is, told by where its bulk is. The outermost points of a mask (a mast, an arm, a strip of haze) come and go
 * from frame to frame, and what is put there would tremble.
 */
function steadyBox(createCanvas: CreateCanvas, mask: DraftImage, { width, height }: DraftImage): Rectangle {
  const { data, width: columns, height: rows } = pixelsOf(createCanvas, mask, width / 3, height / 3)
  const across = new Float64Array(columns)
  const down = new Float64Array(rows)
  for (let index = 0; index < columns * rows; index++) {
    const alpha = data[index * 4 + 3] as number
    const x = index % columns
    const y = Math.floor(index / columns)
    across[x] = (across[x] as number) + alpha
    down[y] = (down[y] as number) + alpha
  }
  const [left, right] = bulkOf(across)
  const [top, bottom] = bulkOf(down)
  return {
    x: left * width,
    y: top * height,
    width: (right - left) * width,
    height: (bottom - top) * height,
  }
}

/** How far a figure reaches beyond the middle two thirds of its mass, to either side, in shares of these. */
const BEYOND = 0.3

/** The shares of a row of masses between which a figure reaches, told by its bulk; 0 and 1 where there is none. */
function bulkOf(masses: Float64Array): [from: number, to: number] {
  const total = masses.reduce((sum, mass) => sum + mass, 0)
  if (total === 0) return [0, 1]
  const at = (share: number): number => {
    let sum = 0
    for (let index = 0; index < masses.length; index++) {
      const mass = masses[index] as number
      if (sum + mass >= total * share && mass > 0)
        return (index + (total * share - sum) / mass) / masses.length
      sum += mass
    }
    return 1
  }
  const [from, to] = [at(1 / 6), at(5 / 6)]
  const margin = (to - from) * BEYOND
  return [Math.max(0, from - margin), Math.min(1, to + margin)]
}

function between(one: Rectangle, other: Rectangle, t: number): Rectangle {
  return {
    x: mix(one.x, other.x, t),
    y: mix(one.y, other.y, t),
    width: mix(one.width, other.width, t),
    height: mix(one.height, other.height, t),
  }
}
