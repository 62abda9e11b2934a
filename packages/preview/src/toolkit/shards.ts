import type { CreateCanvas, DraftCanvas, DraftContext } from '../canvas.ts'
import { canvasOf, drawPart, drawPicture, type Rectangle } from './pictures.ts'
import { pixelsOf } from './pixels.ts'
import { hash } from './random.ts'

type Corner = readonly [x: number, y: number]

/** A broken piece of a subject. All in pixels of the frame. */
export interface Shard {
  index: number
  /** Its middle. */
  x: number
  y: number
  /** Its corners, from its middle. */
  corners: readonly Corner[]
  /** The radius of a circle around it. */
  radius: number
  /** Where it lies on the sheets: the upper left corner of a square of `size` pixels, and its middle from there. */
  sheetX: number
  sheetY: number
  size: number
  middleX: number
  middleY: number
}

/** A subject cut into pieces, each drawn once beforehand, so that a frame only has to place them. */
export interface Shards {
  pieces: readonly Shard[]
  /** The pieces as cut out of the picture, a little larger than they are: side by side they show no seam. */
  plain: DraftCanvas
  /** The pieces with a lit and a dark edge, as of something thick. */
  edged: DraftCanvas
  /** The pieces as dark silhouettes: their sides, drawn under them, a little moved. */
  side: DraftCanvas
}

/** Pixels by which a piece is larger than its cell. */
const OVERLAP = 0.8

/**
 * Cuts what is opaque of a subject into about `count` crooked pieces, the Voronoi cells of scattered points. `subject` has the frame's size, `box` says where in it something is.
 */
export function breakUp(
  createCanvas: CreateCanvas,
  subject: DraftCanvas,
  box: Rectangle,
  count: number,
  seed: number,
): Shards {
  const cells = cellsOf(box, count, seed).filter((cell) => cell.length > 2)
  const covered = coverage(createCanvas, subject, box)
  const pieces: Shard[] = []
  const sheetWidth = Math.ceil(Math.max(64, Math.sqrt(box.width * box.height) * 2))
  let pen = { x: 0, y: 0, row: 0 }
  for (const cell of cells) {
    if (!cell.some(([x, y]) => covered(x, y)) && !covered(...middleOf(cell))) continue
    const [x, y] = middleOf(cell)
    const corners = cell.map(([cx, cy]): Corner => [cx - x, cy - y])
    const radius = Math.max(...corners.map(([cx, cy]) => Math.hypot(cx, cy))) + OVERLAP + 1
    const size = Math.ceil(radius * 2) + 1
    if (pen.x + size > sheetWidth) pen = { x: 0, y: pen.y + pen.row, row: 0 }
    pieces.push({
      index: pieces.length,
      x,
      y,
      corners,
      radius,
      sheetX: pen.x,
      sheetY: pen.y,
      size,
      // From whole pixel to whole pixel: a piece in its place is as sharp as the picture.
      middleX: x - Math.floor(x - radius),
      middleY: y - Math.floor(y - radius),
    })
    pen = { x: pen.x + size, y: pen.y, row: Math.max(pen.row, size) }
  }
  const sheet = () => canvasOf(createCanvas, sheetWidth, pen.y + pen.row)
  const plain = sheet()
  const edged = sheet()
  const side = sheet()
  for (const piece of pieces) drawCell(plain.context, subject, piece)
  drawPicture(edged.context, plain.canvas, 0, 0)
  drawPicture(side.context, plain.canvas, 0, 0)
  edged.context.globalCompositeOperation = 'source-atop'
  for (const piece of pieces) drawEdges(edged.context, piece)
  side.context.globalCompositeOperation = 'source-atop'
  side.context.fillStyle = 'rgba(24, 14, 10, 0.62)'
  side.context.fillRect(0, 0, sheetWidth, pen.y + pen.row)
  return { pieces, plain: plain.canvas, edged: edged.canvas, side: side.canvas }
}

/** Draws a piece from one of the sheets with its middle at `x`, `y`; `angle` in radians, `scaleX` narrows it as if it turned away. */
export function drawShard(
  context: DraftContext,
  sheet: DraftCanvas,
  { sheetX, sheetY, size, middleX, middleY }: Shard,
  x: number,
  y: number,
  angle = 0,
  scale = 1,
  scaleX = 1,
): void {
  context.save()
  context.translate(x, y)
  if (angle !== 0) context.rotate(angle)
  if (scale !== 1 || scaleX !== 1) context.scale(scale * scaleX, scale)
  drawPart(context, sheet, sheetX, sheetY, size, size, -middleX, -middleY, size, size)
  context.restore()
}

/** Adds the outline of a piece, where it belongs, to the path. */
export function traceShard(context: DraftContext, { x, y, corners }: Shard): void {
  corners.forEach(([cx, cy], index) =>
    index === 0 ? context.moveTo(x + cx, y + cy) : context.lineTo(x + cx, y + cy),
  )
  context.closePath()
}

function drawCell(context: DraftContext, subject: DraftCanvas, piece: Shard): void {
  context.save()
  context.translate(piece.sheetX + piece.middleX, piece.sheetY + piece.middleY)
  context.beginPath()
  piece.corners.forEach(([x, y], index) => {
    const reach = Math.hypot(x, y) || 1
    const grow = 1 + OVERLAP / reach
    if (index === 0) context.moveTo(x * grow, y * grow)
    else context.lineTo(x * grow, y * grow)
  })
  context.closePath()
  context.clip()
  drawPicture(context, subject, -piece.x, -piece.y)
  context.restore()
}

/** Light from the upper left catches one side of every edge. */
function drawEdges(
  context: DraftContext,
  { corners, radius, sheetX, sheetY, middleX, middleY }: Shard,
): void {
  context.lineWidth = Math.max(1, radius * 0.16)
  corners.forEach(([x, y], index) => {
    const [nextX, nextY] = corners[(index + 1) % corners.length] ?? [x, y]
    const light = (nextX - x - (nextY - y)) / (Math.hypot(nextX - x, nextY - y) || 1)
    context.strokeStyle =
      light > 0 ? `rgba(255, 250, 235, ${light * 0.36})` : `rgba(20, 8, 4, ${-light * 0.4})`
    context.beginPath()
    context.moveTo(sheetX + middleX + x, sheetY + middleY + y)
    context.lineTo(sheetX + middleX + nextX, sheetY + middleY + nextY)
    context.stroke()
  })
}

/** The cells of points scattered over a box, one in each field of a grid. */
function cellsOf(box: Rectangle, count: number, seed: number): Corner[][] {
  const columns = Math.max(2, Math.round(Math.sqrt((count * box.width) / box.height)))
  const rows = Math.max(2, Math.round(count / columns))
  const point = (column: number, row: number): Corner => [
    box.x + ((column + 0.08 + hash(column, row, seed) * 0.84) / columns) * box.width,
    box.y + ((row + 0.08 + hash(column, row, seed + 1) * 0.84) / rows) * box.height,
  ]
  return Array.from({ length: columns * rows }, (_, index) => {
    const column = index % columns
    const row = Math.floor(index / columns)
    const own = point(column, row)
    let cell: Corner[] = [
      [box.x, box.y],
      [box.x + box.width, box.y],
      [box.x + box.width, box.y + box.height],
      [box.x, box.y + box.height],
    ]
    for (let dy = -2; dy <= 2; dy++)
      for (let dx = -2; dx <= 2; dx++) {
        const isInside = column + dx >= 0 && column + dx < columns && row + dy >= 0 && row + dy < rows
        if (isInside && (dx !== 0 || dy !== 0)) cell = nearer(cell, own, point(column + dx, row + dy))
      }
    return cell
  })
}

/** The part of a convex polygon that is nearer to one point than to another. */
function nearer(cell: readonly Corner[], [x, y]: Corner, [otherX, otherY]: Corner): Corner[] {
  const side = ([px, py]: Corner) =>
    (px - (x + otherX) / 2) * (otherX - x) + (py - (y + otherY) / 2) * (otherY - y)
  return cell.flatMap((corner, index): Corner[] => {
    const next = cell[(index + 1) % cell.length] ?? corner
    const here = side(corner)
    const there = side(next)
    const kept: Corner[] = here <= 0 ? [corner] : []
    if (here <= 0 !== there <= 0) {
      const share = here / (here - there)
      kept.push([corner[0] + (next[0] - corner[0]) * share, corner[1] + (next[1] - corner[1]) * share])
    }
    return kept
  })
}

function middleOf(cell: readonly Corner[]): [number, number] {
  const sum = (axis: 0 | 1) => cell.reduce((total, corner) => total + corner[axis], 0) / cell.length
  return [sum(0), sum(1)]
}

/** Whether something of the subject is at a point of the frame. */
function coverage(
  createCanvas: CreateCanvas,
  subject: DraftCanvas,
  box: Rectangle,
): (x: number, y: number) => boolean {
  const scale = Math.min(1, 200 / Math.max(subject.width, subject.height))
  const { data, width, height } = pixelsOf(
    createCanvas,
    subject,
    subject.width * scale,
    subject.height * scale,
  )
  return (x, y) => {
    if (x < box.x - 1 || y < box.y - 1) return false
    const column = Math.min(width - 1, Math.max(0, Math.floor(x * scale)))
    const row = Math.min(height - 1, Math.max(0, Math.floor(y * scale)))
    return (data[(row * width + column) * 4 + 3] ?? 0) > 40
  }
}
