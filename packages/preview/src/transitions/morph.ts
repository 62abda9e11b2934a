import { mix, progress, smoother } from '../toolkit/easing.ts'
import { noise, type Random } from '../toolkit/random.ts'
import type { FrameSize } from '../frame-size.ts'
import { type Bend, createBend } from '../toolkit/warp.ts'
import type { Rectangle } from '../toolkit/pictures.ts'
import { CARRIED_FADE, CARRIED_FINENESS, CARRIED_MARGIN, type Carried } from './carried.ts'
import { directionOf } from './direction.ts'
import { type Motion, MOTION_COLUMNS, MOTION_ROWS, STRANGE } from './motion.ts'

/** From this likeness two pictures show the same place. */
const ALIKE = 0.55
/** Rounds in which a node looks for the point that has come to where it is. */
const ROUNDS = 4

/** How one transition moves, drawn from the seed and the words of its prompt. */
export interface Course {
  /** Radians clockwise from right: where the camera drifts to, and where the dissolve starts from. */
  angle: number
  /** Share of the frame that the camera drifts and comes back. */
  drift: number
  /** Extra size of the picture half-way. */
  push: number
  seed: number
}

export function courseOf(random: Random, prompt: string): Course {
  const angle = random() * Math.PI * 2
  const named = directionOf(prompt)
  return {
    angle: named ?? angle,
    drift: named === undefined ? mix(0.008, 0.02, random()) : mix(0.03, 0.045, random()),
    push: mix(0.03, 0.06, random()),
    seed: Math.floor(random() * 0x7fffffff),
  }
}

/** How both pictures are seen at `t`, 0 (the first picture) to 1 (the second), both excluded. Valid until it is called again. */
export type Morph = (t: number) => Bend

/**
 * Prepares the way from one picture to another of the same size, by the motion between them. What both show travels from
 * where the first has it to where the second has it; both are bent along and dissolve into each other on the way. What they
 * do not share gives way behind a soft front, while the weight of the one moves to the weight of the other.
 */
export function createMorph(
  { width, height }: FrameSize,
  { field, confidence, likeness, carried }: Motion,
  course: Course,
): Morph {
  const alike = smoother(progress(likeness, STRANGE, ALIKE))
  // What is carried takes some ground along, by the nodes' distance: the nearer the nodes, the less.
  const fineness = carried ? CARRIED_FINENESS : 1
  const columns = (MOTION_COLUMNS - 1) * fineness + 1
  const rows = (MOTION_ROWS - 1) * fineness + 1
  const count = columns * rows
  const cell = Math.max(width / (columns - 1), height / (rows - 1))
  const bend = createBend(columns, rows)
  const { shifts, shares } = bend
  const travel = { x: Math.cos(course.angle), y: Math.sin(course.angle) }
  const strangeTravel = { x: travel.x * width * 0.16, y: travel.y * height * 0.16 }
  // So much larger that a picture which travels never shows its border.
  const cover = 2 * Math.max(Math.abs(strangeTravel.x) / width, Math.abs(strangeTravel.y) / height)
  const delays = Float32Array.from({ length: count }, (_, node) => {
    const u = (node % columns) / (columns - 1) - 0.5
    const v = Math.floor(node / columns) / (rows - 1) - 0.5
    const reach = Math.abs(travel.x) + Math.abs(travel.y)
    const along = 0.5 - (u * travel.x + v * travel.y) / reach
    return along * 0.72 + noise(u * 5 + 9, v * 3.4 + 9, course.seed) * 0.28
  })

  /** The field at a place of the first picture. */
  function fieldAt(values: Float32Array, x: number, y: number): number {
    const u = Math.min(Math.max((x / (width - 1)) * (field.columns - 1), 0), field.columns - 1)
    const v = Math.min(Math.max((y / (height - 1)) * (field.rows - 1), 0), field.rows - 1)
    const left = Math.min(Math.floor(u), field.columns - 2)
    const top = Math.min(Math.floor(v), field.rows - 2)
    const at = top * field.columns + left
    const upper = mix(values[at] as number, values[at + 1] as number, u - left)
    const lower = mix(
      values[at + field.columns] as number,
      values[at + field.columns + 1] as number,
      u - left,
    )
    return mix(upper, lower, v - top)
  }

  return (t) => {
    const eased = smoother(t)
    // Half-way the camera is farthest off its way; at both ends it stands there at rest.
    const swing = 16 * t * t * (1 - t) * (1 - t)
    const zoom = 1 + course.push * swing
    const swingX = -travel.x * width * course.drift * swing * 0.5
    const swingY = -travel.y * height * course.drift * swing * 0.5
    for (let node = 0; node < count; node++) {
      const x = ((node % columns) / (columns - 1)) * (width - 1)
      const y = (Math.floor(node / columns) / (rows - 1)) * (height - 1)
      const px = width / 2 + (x - width / 2) / zoom + swingX
      const py = height / 2 + (y - height / 2) / zoom + swingY
      let ax = px
      let ay = py
      let bx = px
      let by = py
      let sure = 0
      if (alike > 0) {
        for (let round = 0; round < ROUNDS; round++) {
          ;[ax, ay] = [px - eased * fieldAt(field.dx, ax, ay), py - eased * fieldAt(field.dy, ax, ay)]
        }
        bx = ax + fieldAt(field.dx, ax, ay)
        by = ay + fieldAt(field.dy, ax, ay)
        sure = fieldAt(confidence, ax, ay)
      }
      const thing = carried && carry(carried, px, py, eased)
      const away = strangePlace(px, py, eased, 1)
      const near = strangePlace(px, py, 1 - eased, -1)
      const held = thing?.held ?? 0
      shifts[node * 4] = mix(mix(away.x, ax, alike), thing?.ax ?? 0, held) - x
      shifts[node * 4 + 1] = mix(mix(away.y, ay, alike), thing?.ay ?? 0, held) - y
      shifts[node * 4 + 2] = mix(mix(near.x, bx, alike), thing?.bx ?? 0, held) - x
      shifts[node * 4 + 3] = mix(mix(near.y, by, alike), thing?.by ?? 0, held) - y
      const together = smoother(progress(t, 0.24, 0.76))
      const front = smoother(
        progress(eased, (delays[node] as number) * 0.78, (delays[node] as number) * 0.78 + 0.22),
      )
      const common = mix(front, together, alike * sure)
      const share =
        carried && thing
          ? mix(
              mix(groundShare(carried, ax, ay, bx, by, t, together), thing.around, thing.aura),
              together,
              thing.within,
            )
          : common
      // Where one of them has nothing to show, the other does.
      const lack = alike * outside(ax, ay)
      const otherLack = alike * outside(bx, by)
      shares[node] =
        t <= 0 ? 0 : t >= 1 ? 1 : mix(share, lack > otherLack ? 1 : 0, Math.abs(lack - otherLack))
    }
    return bend
  }

  /** How near a place is to a box: 1 within `margin` cells of it, 0 from `fade` cells beyond. */
  function nearness(box: Rectangle, x: number, y: number, margin: number, fade: number): number {
    const beyondX = Math.max(0, box.x - x, x - box.x - box.width)
    const beyondY = Math.max(0, box.y - y, y - box.y - box.height)
    const beyond = Math.sqrt(beyondX * beyondX + beyondY * beyondY) / cell
    return 1 - smoother(progress(beyond, margin, margin + fade))
  }

  /**
   * What a place of the frame has of the thing that is under way: where it stands in both pictures, how much that counts, and
   * how much of the second picture is seen within it and around it.
   */
  function carry({ from, to }: Carried, x: number, y: number, eased: number) {
    const now = {
      x: mix(from.x, to.x, eased),
      y: mix(from.y, to.y, eased),
      width: mix(from.width, to.width, eased),
      height: mix(from.height, to.height, eased),
    }
    // Around it a picture is drawn out from the ground here to the thing's own surroundings. On the side of the place where
    // the thing stands in that picture, the thing itself lies in between: there the other picture is seen.
    const way = { x: middle(to).x - middle(from).x, y: middle(to).y - middle(from).y }
    const length = Math.sqrt(way.x * way.x + way.y * way.y)
    const off = { x: x - middle(now).x, y: y - middle(now).y }
    const distance = Math.sqrt(off.x * off.x + off.y * off.y) + 1e-6
    const ahead = (off.x * way.x + off.y * way.y) / (length * distance)
    const behind = 1 - smoother(progress(ahead, -0.65, 0.65))
    const hasLeft = smoother(progress((eased * length) / cell, 0, 2))
    const hasToCome = smoother(progress(((1 - eased) * length) / cell, 0, 2))
    return {
      held: nearness(now, x, y, CARRIED_MARGIN, CARRIED_FADE),
      // A cell less than what is held: where one picture is drawn out, the other must be seen alone.
      within: nearness(now, x, y, 0, 0.75),
      // All that is drawn out, and a cell more.
      aura: nearness(now, x, y, CARRIED_MARGIN + CARRIED_FADE + 0.5, 1),
      around: mix(1 - hasToCome, hasLeft, behind),
      ax: from.x + ((x - now.x) * from.width) / now.width,
      ay: from.y + ((y - now.y) * from.height) / now.height,
      bx: to.x + ((x - now.x) * to.width) / now.width,
      by: to.y + ((y - now.y) * to.height) / now.height,
    }
  }

  /** Where the thing stood, the second picture shows the ground behind it; where it will stand, the first. */
  function groundShare(
    { from, to }: Carried,
    ax: number,
    ay: number,
    bx: number,
    by: number,
    t: number,
    share: number,
  ): number {
    const left = nearness(from, ax, ay, 0.6, 0.8) * smoother(progress(t, 0, 0.16))
    const awaited = nearness(to, bx, by, 0.6, 0.8) * smoother(progress(1 - t, 0, 0.16))
    return mix(mix(share, 1, left), 0, awaited)
  }

  /** Where a picture that has nothing to go by is: `away` from its place, on this side of it. */
  function strangePlace(x: number, y: number, away: number, side: 1 | -1): { x: number; y: number } {
    const scale = 1 + cover * away
    return {
      x: width / 2 + (x - width / 2 - side * strangeTravel.x * away) / scale,
      y: height / 2 + (y - height / 2 - side * strangeTravel.y * away) / scale,
    }
  }

  /** 0 inside a picture, 1 from a twentieth of its size beyond its border. */
  function outside(x: number, y: number): number {
    const beyond = Math.max(-x / width, x / width - 1, -y / height, y / height - 1)
    return progress(beyond, 0, 0.05)
  }
}

function middle({ x, y, width, height }: Rectangle): { x: number; y: number } {
  return { x: x + width / 2, y: y + height / 2 }
}
