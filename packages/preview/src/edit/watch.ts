import type { CreateCanvas, DraftImage } from '../canvas.ts'
import { mix, progress, smoother } from '../toolkit/easing.ts'
import { canvasOf, coverRectangle, drawPart, type Rectangle } from '../toolkit/pictures.ts'
import { findSubject, type Subject } from '../toolkit/subject.ts'

/** Pixels of the longer side of the copy of a frame that is looked at, and of those that are searched. */
const SIDE = 288
const SEARCHED = 3_000

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
    const clarity = smoother(progress(subject.confidence, 0.3, 0.62))
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
      box: between(middle, inDraft(subject.box), clarity),
      head: between({ ...middle, height: middle.height / 3 }, inDraft(subject.head), clarity),
    }
  }
}

function between(one: Rectangle, other: Rectangle, t: number): Rectangle {
  return {
    x: mix(one.x, other.x, t),
    y: mix(one.y, other.y, t),
    width: mix(one.width, other.width, t),
    height: mix(one.height, other.height, t),
  }
}
