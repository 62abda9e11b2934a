import { type DraftContext, type DraftImage } from '../canvas.ts'
import { drawPicture, type Rectangle } from '../toolkit/pictures.ts'
import { hash } from '../toolkit/random.ts'

/** A piece of the picture with crooked corners; corners in pixels from the picture's upper left. */
export interface Shard {
  corners: [number, number][]
  x: number
  y: number
  index: number
}

/** Cuts a picture of this size into pieces with crooked corners that fit together. */
export function shardsOf(place: Rectangle, columns: number, rows: number, seed: number): Shard[] {
  const corner = (column: number, row: number): [number, number] => {
    const isEdge = column === 0 || row === 0 || column === columns || row === rows
    const jitter = (salt: number) => (isEdge ? 0 : (hash(column, row, seed + salt) - 0.5) * 0.75)
    return [((column + jitter(1)) / columns) * place.width, ((row + jitter(2)) / rows) * place.height]
  }
  return Array.from({ length: columns * rows }, (_, index) => {
    const column = index % columns
    const row = Math.floor(index / columns)
    const corners = [
      corner(column, row),
      corner(column + 1, row),
      corner(column + 1, row + 1),
      corner(column, row + 1),
    ]
    return {
      corners,
      index,
      x: ((column + 0.5) / columns) * place.width,
      y: ((row + 0.5) / rows) * place.height,
    }
  })
}

/** Draws one piece with its middle at `x`, `y`; `angle` in radians. */
export function drawShard(
  context: DraftContext,
  picture: DraftImage,
  shard: Shard,
  x: number,
  y: number,
  angle: number,
  scale: number,
): void {
  context.save()
  context.translate(x, y)
  context.rotate(angle)
  context.scale(scale, scale)
  context.beginPath()
  shard.corners.forEach(([cx, cy], index) =>
    index === 0 ? context.moveTo(cx - shard.x, cy - shard.y) : context.lineTo(cx - shard.x, cy - shard.y),
  )
  context.closePath()
  context.clip()
  drawPicture(context, picture, -shard.x, -shard.y)
  context.restore()
}
