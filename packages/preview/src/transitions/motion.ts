import type { DraftPixels } from '../canvas.ts'
import type { FrameSize } from '../frame-size.ts'
import { clamp, mix, progress } from '../toolkit/easing.ts'
import type { Rectangle } from '../toolkit/pictures.ts'
import type { Steps } from '../toolkit/steps.ts'
import { wordsOf } from '../toolkit/warp.ts'
import { createField, type Field } from './field.ts'
import { type Alignment, alignPictures, type Level } from './alignment.ts'
import { CARRIED_FINENESS, type Carried, findCarried } from './carried.ts'
import { halve, shrink, type SmallPicture, structureOf } from './small-picture.ts'
import { createSurroundings, differenceIn, lookAt } from './surroundings.ts'

/** Where each node's surroundings of one picture have gone in another. */
export interface Motion {
  /** Pixels of the pictures, from the first to the second. At rest where they are strangers. */
  field: Field
  /** Per node, 0 to 1: how well what is there was found again. */
  confidence: Float32Array
  /** 1 the same place, 0 nothing in common. */
  likeness: number
  /** The one thing that has left its place, where there is one: the field is then that of the whole, for its ground. */
  carried?: Carried | undefined
}

/** Up to this likeness two pictures have nothing in common. Measured: strangers reach 0.11, one coast by night and by day 0.7. */
export const STRANGE = 0.3

export const MOTION_COLUMNS = 33
export const MOTION_ROWS = 19

/** Pixels of the longer side of the finest copy that is searched; three more are half of the next. */
const SIDE = 256
/** How far, in pixels of its copy, a node may stray from where it was, per level. */
const REACHES = [2, 2, 1.5, 1.5]
const SWEEPS = 2

/** A picture as it is searched. */
export interface SearchedPicture {
  /** Pixels of the picture itself. */
  readonly width: number
  readonly height: number
  readonly small: SmallPicture
  /** Its structure, the coarsest first: as many as there are reaches. */
  readonly structures: readonly SmallPicture[]
}

/** Prepares a picture for the searches from it and to it. */
export function* prepareSearch(pixels: DraftPixels): Steps<SearchedPicture> {
  const { width, height } = pixels
  const scale = SIDE / Math.max(width, height)
  const small = shrink(
    { width, height, data: wordsOf(pixels) },
    Math.max(16, Math.round(width * scale)),
    Math.max(16, Math.round(height * scale)),
  )
  yield
  const finest = structureOf(small)
  yield
  // Coarse levels are made from the structure of a finer one: rows of windows are a texture there, and noise when shrunk.
  const second = structureOf(halve(small))
  const third = halve(second)
  yield
  return { width, height, small, structures: [halve(third), third, second, finest] }
}

/**
 * Searches the motion between two pictures of one size: a pan, zoom and rotation of the whole, then node by node what
 * moved by itself, held together by its neighbours. Takes some 100 ms in all; search once.
 */
export function* searchMotion(from: SearchedPicture, to: SearchedPicture): Steps<Motion> {
  const finest: Level = [from.small, to.small]
  const levels = from.structures.map((structure, index): Level => [
    structure,
    to.structures[index] as SmallPicture,
  ])
  const alignment = yield* alignPictures(levels.slice(0, 3))
  const { likeness } = alignment
  const base = createField(MOTION_COLUMNS, MOTION_ROWS)
  const confidence = new Float32Array(base.dx.length)
  if (likeness <= STRANGE) return { field: base, confidence, likeness }
  spread(base, from, alignment)
  const field = { ...base, dx: base.dx.slice(), dy: base.dy.slice() }
  for (const [index, level] of levels.entries())
    yield* match(level, field, base, confidence, from.width / level[0].width, REACHES[index] ?? 1)
  const unit = from.width / finest[0].width
  const cell = Math.max(
    finest[0].width / (CARRIED_FINENESS * (MOTION_COLUMNS - 1)),
    finest[0].height / (CARRIED_FINENESS * (MOTION_ROWS - 1)),
  )
  const found = likeness > 0.6 ? findCarried(...finest, alignment, cell) : undefined
  const carried = found && { from: scaled(found.from, unit, unit), to: scaled(found.to, unit, unit) }
  if (carried) for (const plane of ['dx', 'dy'] as const) field[plane].set(base[plane])
  return { field, confidence, likeness, carried }
}

function scaled({ x, y, width, height }: Rectangle, scaleX: number, scaleY: number): Rectangle {
  return { x: x * scaleX, y: y * scaleY, width: width * scaleX, height: height * scaleY }
}

/** The same motion between the same pictures in another size. */
export function resizeMotion({ field, carried, ...motion }: Motion, scaleX: number, scaleY: number): Motion {
  const dx = field.dx.map((value) => value * scaleX)
  const dy = field.dy.map((value) => value * scaleY)
  return {
    ...motion,
    field: { ...field, dx, dy },
    carried: carried && {
      from: scaled(carried.from, scaleX, scaleY),
      to: scaled(carried.to, scaleX, scaleY),
    },
  }
}

function spread(field: Field, { width, height }: FrameSize, { scale, angle, x, y }: Alignment): void {
  const cos = Math.cos(angle) * scale
  const sin = Math.sin(angle) * scale
  for (let node = 0; node < field.dx.length; node++) {
    const u = ((node % field.columns) / (field.columns - 1) - 0.5) * width
    const v = (Math.floor(node / field.columns) / (field.rows - 1) - 0.5) * height
    field.dx[node] = u * cos - v * sin + x * width - u
    field.dy[node] = u * sin + v * cos + y * height - v
  }
}

/** One level: each node looks around for where its surroundings match best, then all give way to their neighbours. */
function* match(
  [from, to]: Level,
  field: Field,
  base: Field,
  confidence: Float32Array,
  unit: number,
  reach: number,
): Steps {
  const { columns, rows, dx, dy } = field
  const surroundings = createSurroundings()
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    const radius = reach / (sweep + 1)
    const step = radius > 2 ? 1 : radius / 2
    for (let node = 0; node < dx.length; node++) {
      const x = ((node % columns) / (columns - 1)) * (from.width - 1)
      const y = (Math.floor(node / columns) / (rows - 1)) * (from.height - 1)
      const startX = (dx[node] as number) / unit
      const startY = (dy[node] as number) / unit
      lookAt(surroundings, from, x, y)
      const homeX = (base.dx[node] as number) / unit
      const homeY = (base.dy[node] as number) / unit
      let cost = Infinity
      let bestX = startX
      let bestY = startY
      const consider = (mx: number, my: number) => {
        // Straying costs: where nothing tells places apart, a node stays with its neighbours and with the whole.
        const offX = startX + mx - homeX
        const offY = startY + my - homeY
        const stray = 0.7 * Math.sqrt(mx * mx + my * my) + 0.8 * Math.sqrt(offX * offX + offY * offY)
        if (stray >= cost) return
        const candidate = differenceIn(to, surroundings, startX + mx, startY + my, cost - stray) + stray
        if (candidate >= cost) return
        cost = candidate
        bestX = startX + mx
        bestY = startY + my
      }
      // Where it is already first: what cannot be better than that is soon left.
      consider(0, 0)
      for (let my = -radius; my <= radius + 1e-6; my += step)
        for (let mx = -radius; mx <= radius + 1e-6; mx += step) if (mx !== 0 || my !== 0) consider(mx, my)
      dx[node] = bestX * unit
      dy[node] = bestY * unit
      confidence[node] = 1 - progress(differenceIn(to, surroundings, bestX, bestY), 9, 34)
      if (node % columns === columns - 1) yield
    }
    smooth(field, base, confidence)
    yield
  }
  unfold(field, from.width * unit, from.height * unit)
}

/** Keeps neighbours from passing or leaving one another: a picture may be stretched, not folded. */
function unfold({ columns, rows, dx, dy }: Field, width: number, height: number): void {
  const cellX = width / (columns - 1)
  const cellY = height / (rows - 1)
  const limit = (values: Float32Array, a: number, b: number, most: number) => {
    const excess = (values[b] as number) - (values[a] as number)
    const over = excess - clamp(excess, -most, most)
    values[a] = (values[a] as number) + over / 2
    values[b] = (values[b] as number) - over / 2
  }
  for (let round = 0; round < 24; round++) {
    for (let node = 0; node < dx.length; node++) {
      if (node % columns < columns - 1) {
        limit(dx, node, node + 1, cellX * MOST_STRETCH)
        limit(dy, node, node + 1, cellX * MOST_STRETCH)
      }
      if (node < dx.length - columns) {
        limit(dx, node, node + columns, cellY * MOST_STRETCH)
        limit(dy, node, node + columns, cellY * MOST_STRETCH)
      }
    }
  }
}

/** Of the distance of two nodes: how much farther apart or nearer they may come. A zoom of 1.85 has to fit. */
const MOST_STRETCH = 0.9

/**
 * Pulls what a node moves by itself to the mean of its neighbours, the sure ones counting more, and the unsure giving way
 * more; and all of it to nothing, which is the motion of the whole.
 */
function smooth(field: Field, base: Field, confidence: Float32Array): void {
  const { columns, rows } = field
  for (let round = 0; round < 4; round++) {
    const ownX = field.dx.map((value, node) => value - (base.dx[node] as number))
    const ownY = field.dy.map((value, node) => value - (base.dy[node] as number))
    for (let node = 0; node < ownX.length; node++) {
      const column = node % columns
      const row = Math.floor(node / columns)
      let sumX = 0
      let sumY = 0
      let weights = 0.4
      for (const [u, v] of NEIGHBOURS) {
        const other = clamp(row + v, 0, rows - 1) * columns + clamp(column + u, 0, columns - 1)
        const weight = (confidence[other] as number) ** 2
        sumX += (ownX[other] as number) * weight
        sumY += (ownY[other] as number) * weight
        weights += weight
      }
      const pull = mix(0.85, 0.35, confidence[node] as number)
      field.dx[node] = (base.dx[node] as number) + mix(ownX[node] as number, sumX / weights, pull)
      field.dy[node] = (base.dy[node] as number) + mix(ownY[node] as number, sumY / weights, pull)
    }
  }
}

const NEIGHBOURS = [
  [-1, 0],
  [1, 0],
  [0, -1],
  [0, 1],
  [-1, -1],
  [1, 1],
  [-1, 1],
  [1, -1],
] as const
