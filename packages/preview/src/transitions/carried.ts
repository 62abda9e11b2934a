import type { Rectangle } from '../toolkit/pictures.ts'
import { boxMean } from '../toolkit/subject/grid.ts'
import { piecesOf } from '../toolkit/subject/shape.ts'
import type { Alignment } from './alignment.ts'
import { planeAt, type SmallPicture } from './small-picture.ts'

/** A thing that stands at one place in the first picture and at another in the second: the box around it in each, in pixels. */
export interface Carried {
  from: Rectangle
  to: Rectangle
}

/** Of 255: what differs by less is light, grain, or an edge that is not met to the pixel. */
const LEAST_DIFFERENCE = 20
/** Of 255, brightness and both colours together: what the ground may differ by between the pictures. */
const SAME_LIGHT = 7
/** Shares of the picture: less is a speck, more is no thing in a place but another place. */
const SMALLEST = 0.0012
const LARGEST = 0.12
/** How many times as many nodes, each way, a transition has that carries a thing. */
export const CARRIED_FINENESS = 2
/** How many of the nodes' cells the ground around a thing goes along with it, and over how many more it is left behind. */
export const CARRIED_MARGIN = 1.75
export const CARRIED_FADE = 1.5
/** Of 255, brightness and both colours together: how much the ground may change on the way, as some of it is carried along. */
const PLAIN = 20
/** The share of the places around a thing that may change more. */
const MOST_APART = 0.04

/**
 * Finds the one thing that has moved before a ground that both pictures share. Where something has gone, the one picture differs
 * from what surrounds the place and the other does not; where it has come, the other way round. Undefined where there is no such
 * pair, or more than one, or it does not look the same in both, or has not left its place, or the ground on its way is not plain:
 * then it is better to dissolve. `cell` is the distance of the nodes. All in pixels of the small pictures.
 */
export function findCarried(
  from: SmallPicture,
  to: SmallPicture,
  alignment: Alignment,
  cell: number,
): Carried | undefined {
  const { width, height } = from
  const difference = differenceOf(from, to, alignment)
  const usual = medianOf(difference)
  // In another light the ground behind the thing, seen in the one picture alone, would stand out as a patch.
  if (usual > SAME_LIGHT) return undefined
  const least = Math.max(LEAST_DIFFERENCE, usual * 4)
  const isMoved = (index: number) => (difference[index] as number) > least
  const pieces = piecesOf(width, height, isMoved)
    .filter((piece) => piece.length >= difference.length * SMALLEST)
    .toSorted((a, b) => b.length - a.length)
  const [one, other, third] = pieces
  if (!one || !other || one.length > difference.length * LARGEST) return undefined
  if (third && third.length > other.length * 0.3) return undefined
  const things = [one, other].map((piece) => thingOf(piece, from, to, alignment))
  const gone = things.find((thing) => thing?.stands === 'from')
  const come = things.find((thing) => thing?.stands === 'to')
  if (!gone || !come || !isSame(gone, come)) return undefined
  const reach = (CARRIED_MARGIN + CARRIED_FADE) * cell
  if (!areApart(gone.box, come.inOther, reach)) return undefined
  // Both pictures bring some ground along.
  if (!isPlain(from, gone.box, come.inOther, reach) || !isPlain(to, come.box, gone.inOther, reach))
    return undefined
  return { from: gone.box, to: come.box }
}

/** Pixels around a thing that tell of its ground. */
const RING = 5

interface Thing {
  stands: 'from' | 'to'
  /** Where it stands in its own picture, and where that place lies in the other. */
  box: Rectangle
  inOther: Rectangle
  color: readonly number[]
  pixels: number
}

function differenceOf(from: SmallPicture, to: SmallPicture, alignment: Alignment): Float32Array {
  const { width, height } = from
  const difference = new Float32Array(width * height)
  for (let index = 0; index < difference.length; index++) {
    const x = index % width
    const y = Math.floor(index / width)
    const [tx, ty] = placeIn(alignment, from, x, y)
    if (tx < 0 || ty < 0 || tx > width - 1 || ty > height - 1) continue
    let sum = 0
    for (let plane = 0; plane < 3; plane++) {
      const a = (from.planes[plane] as Float32Array)[index] as number
      sum += Math.abs(a - planeAt(to.planes[plane] as Float32Array, width, height, tx, ty))
    }
    difference[index] = sum
  }
  return boxMean(difference, width, height, 1)
}

/** Where a place of the first picture lies in the second. */
function placeIn(
  { scale, angle, x, y }: Alignment,
  { width, height }: SmallPicture,
  px: number,
  py: number,
): [number, number] {
  const cos = Math.cos(angle) * scale
  const sin = Math.sin(angle) * scale
  const u = px - (width - 1) / 2
  const v = py - (height - 1) / 2
  return [(width - 1) / 2 + u * cos - v * sin + x * width, (height - 1) / 2 + u * sin + v * cos + y * height]
}

/** What a piece is, by comparing both pictures within it with what surrounds it. */
function thingOf(
  piece: readonly number[],
  from: SmallPicture,
  to: SmallPicture,
  alignment: Alignment,
): Thing | undefined {
  const { width } = from
  const box = boxOf(piece, width)
  const [left, top] = placeIn(alignment, from, box.x, box.y)
  const moved = { x: left, y: top, width: box.width * alignment.scale, height: box.height * alignment.scale }
  const inside = piece.map((index) => [index % width, Math.floor(index / width)] as const)
  const insideThere = inside.map(([x, y]) => placeIn(alignment, from, x, y))
  const [own, there] = [meanColor(from, inside), meanColor(to, insideThere)]
  const ring = [meanColor(from, placesAround(box, RING)), meanColor(to, placesAround(moved, RING))] as const
  const [standsOut, standsOutThere] = [distance(own, ring[0]), distance(there, ring[1])]
  const pixels = piece.length
  if (standsOut > 2.2 * standsOutThere + 8) return { stands: 'from', box, inOther: moved, color: own, pixels }
  if (standsOutThere > 2.2 * standsOut + 8)
    return { stands: 'to', box: moved, inOther: box, color: there, pixels }
  return undefined
}

function isSame(one: Thing, other: Thing): boolean {
  const size = (one.box.width * one.box.height) / (other.box.width * other.box.height)
  const shape = one.box.width / one.box.height / (other.box.width / other.box.height)
  return within(size, 3) && within(shape, 1.6) && distance(one.color, other.color) < 30
}

function within(ratio: number, most: number): boolean {
  return ratio < most && ratio > 1 / most
}

function areApart(one: Rectangle, other: Rectangle, reach: number): boolean {
  const gapX = Math.max(one.x - other.x - other.width, other.x - one.x - one.width)
  const gapY = Math.max(one.y - other.y - other.height, other.y - one.y - one.height)
  return Math.max(gapX, gapY) > reach * 0.6
}

/** Whether what surrounds the first box looks the same wherever it comes by on the way to the second. */
function isPlain(picture: SmallPicture, start: Rectangle, end: Rectangle, reach: number): boolean {
  const { width, height } = picture
  const isNear = (box: Rectangle, x: number, y: number, margin: number) =>
    x >= box.x - margin &&
    x <= box.x + box.width + margin &&
    y >= box.y - margin &&
    y <= box.y + box.height + margin
  const colorAt = (x: number, y: number) => meanColor(picture, [[x, y]])
  const around = placesAround(start, reach)
  for (let step = 1; step <= STEPS; step++) {
    const share = step / STEPS
    const moved = {
      x: (end.x - start.x) * share,
      y: (end.y - start.y) * share,
    }
    const differences = around.flatMap(([x, y]) => {
      const [tx, ty] = [x + moved.x, y + moved.y]
      const isSeen = tx >= 0 && ty >= 0 && tx < width && ty < height
      if (!isSeen || isNear(start, tx, ty, 2) || isNear(end, tx, ty, 2)) return []
      return [distance(colorAt(x, y), colorAt(tx, ty))]
    })
    const apart = differences.filter((difference) => difference > PLAIN).length
    if (apart > differences.length * MOST_APART) return false
  }
  return true
}

/** How many places on the way are looked at. */
const STEPS = 8

function boxOf(piece: readonly number[], width: number): Rectangle {
  const columns = piece.map((index) => index % width)
  const rows = piece.map((index) => Math.floor(index / width))
  const [x, y] = [Math.min(...columns), Math.min(...rows)]
  return { x, y, width: Math.max(...columns) - x + 1, height: Math.max(...rows) - y + 1 }
}

/** Places around a box, from one pixel away from it up to `reach`. */
function placesAround(box: Rectangle, reach: number): [number, number][] {
  const places: [number, number][] = []
  for (let y = Math.floor(box.y - reach); y <= box.y + box.height + reach; y++) {
    for (let x = Math.floor(box.x - reach); x <= box.x + box.width + reach; x++) {
      const isOutside =
        x < box.x - 1 || y < box.y - 1 || x > box.x + box.width + 1 || y > box.y + box.height + 1
      if (isOutside) places.push([x, y])
    }
  }
  return places
}

function meanColor(
  { width, height, planes }: SmallPicture,
  places: readonly (readonly [number, number])[],
): number[] {
  return planes.map(
    (plane) =>
      places.reduce((sum, [x, y]) => sum + planeAt(plane, width, height, x, y), 0) /
      Math.max(1, places.length),
  )
}

function distance(one: readonly number[], other: readonly number[]): number {
  return one.reduce((sum, value, plane) => sum + Math.abs(value - (other[plane] as number)), 0)
}

function medianOf(values: Float32Array): number {
  return values.toSorted()[values.length >> 1] as number
}
