import type { DraftContext } from '../canvas.ts'
import { clamp, easeOut, progress } from '../toolkit/easing.ts'
import { drawLayer, grown, layerOf } from '../toolkit/layers.ts'
import { drawPuff, puffOf } from '../toolkit/puffs.ts'
import { hash } from '../toolkit/random.ts'
import { drawContactShadow } from '../toolkit/shadows.ts'
import { breakUp, drawShard, traceShard } from '../toolkit/shards.ts'
import { drawPicture } from '../toolkit/pictures.ts'
import type { EffectMotion } from './effect.ts'

const PIECES = 130

/** Cracks spread from one side; then it gives way, and pieces as of dry biscuit fall, bounce and lie in a heap, in dust. */
export const crumble: EffectMotion = ({ subject, box, width, height, unit, seed, createCanvas }) => {
  const shards = breakUp(createCanvas, subject, box, PIECES, seed)
  const standing = layerOf(createCanvas, grown(box, unit, { width, height }))
  const dust = puffOf(createCanvas, '205, 192, 172', seed)
  const middle = box.x + box.width / 2
  const floor = Math.min(height - unit * 1.5, box.y + box.height)
  const start = { x: box.x + box.width * (0.2 + hash(1, 1, seed) * 0.6), y: box.y + box.height * 0.2 }
  const reach = Math.hypot(box.width, box.height)
  const falls = shards.pieces.map((piece) => {
    const own = (salt: number) => hash(piece.index, salt, seed)
    const far = Math.hypot(piece.x - start.x, piece.y - start.y) / reach
    const high = clamp((floor - piece.y) / box.height)
    // A heap is high in its middle: the pieces that come last lie on the others.
    const landX = middle + (piece.x - middle) * (1.05 + own(2) * 0.5) + (own(3) - 0.5) * box.width * 0.34
    const mound = Math.exp(-(((landX - middle) / (box.width * 0.42)) ** 2)) * box.height * 0.2
    return {
      piece,
      crackAt: 0.03 + far * 0.26,
      fallAt: 0.26 + far * 0.2 + (1 - high) * 0.08 + own(1) * 0.1,
      landX,
      landY: floor - piece.radius * 0.3 - mound * own(4) * high + unit * (own(5) - 0.4) * 2.4,
      spin: (own(6) - 0.5) * 7,
      bounce: 0.1 + own(7) * 0.13,
    }
  })
  // What lies lower is nearer.
  const order = falls.toSorted((a, b) => a.landY - b.landY)
  return (context, t) => {
    if (t <= falls.reduce((first, { crackAt }) => Math.min(first, crackAt), 1)) {
      drawPicture(context, subject, 0, 0)
      return
    }
    const gone = progress(t, 0.35, 0.7)
    drawContactShadow(context, middle, floor + unit, box.width * 0.72, unit * 3.4, 0.5 * gone)
    for (let cloud = 0; cloud < 12; cloud++) {
      const age = progress(t, 0.34 + hash(cloud, 1, seed) * 0.3, 0.75 + hash(cloud, 1, seed) * 0.25)
      const x = middle + (hash(cloud, 2, seed) - 0.5) * box.width * (0.8 + easeOut(age) * 0.9)
      if (age > 0)
        drawPuff(
          context,
          dust,
          x,
          floor - age * unit * 9,
          unit * (5 + age * 13),
          Math.sin(Math.PI * age) * 0.55,
          cloud,
        )
    }
    if (falls.some(({ fallAt }) => t < fallAt)) drawStanding(context, t)
    for (const { piece, fallAt, landX, landY, spin, bounce } of order) {
      if (t < fallAt) continue
      const drop = Math.max(unit, landY - piece.y)
      const fallTime = 0.05 + 0.13 * Math.sqrt(drop / height)
      const fall = (t - fallAt) / fallTime
      const after = fall - 1
      const hop =
        after > 0 && after < 1.2
          ? bounce * 4 * (after / 1.2) * (1 - after / 1.2) * Math.min(drop, height * 0.4)
          : 0
      const y = fall < 1 ? piece.y + drop * fall * fall : landY - hop
      const across = Math.min(1, fall / 2.2)
      const x = piece.x + (landX - piece.x) * (1 - (1 - across) ** 2)
      const angle = spin * Math.min(fall, 2.2) * 0.3
      drawShard(context, shards.side, piece, x + unit * 0.2, y + unit * 0.75, angle)
      drawShard(context, shards.edged, piece, x, y, angle)
    }
    for (let crumb = 0; crumb < 60; crumb++) {
      const from = falls[Math.floor(hash(crumb, 11, seed) * falls.length)]
      if (!from || t < from.fallAt) continue
      const fall = Math.min(1, (t - from.fallAt) / 0.16)
      const size = unit * (0.2 + hash(crumb, 12, seed) * 0.4)
      context.fillStyle = crumb % 3 ? '#8a7358' : '#d9c7a6'
      context.fillRect(
        from.piece.x + (hash(crumb, 13, seed) - 0.5) * box.width * 0.5 * fall,
        from.piece.y + (floor + unit * hash(crumb, 14, seed) * 2 - from.piece.y) * fall * fall,
        size,
        size,
      )
    }
  }

  /** What has not fallen yet, with the cracks that have reached it, on what is opaque of it only. */
  function drawStanding(context: DraftContext, t: number): void {
    const { context: on, x: left, y: top } = standing
    on.clearRect(0, 0, standing.width, standing.height)
    on.save()
    on.translate(-left, -top)
    for (const { piece, crackAt, fallAt } of falls) {
      if (t >= fallAt) continue
      const loose = progress(t, crackAt, fallAt)
      drawShard(
        on,
        loose > 0.25 ? shards.edged : shards.plain,
        piece,
        piece.x,
        piece.y + loose * loose * unit * 0.4,
      )
    }
    on.globalCompositeOperation = 'source-atop'
    on.lineJoin = 'round'
    for (const [color, thick, dx] of [
      ['rgba(255, 240, 215, 0.35)', 0.3, 0.22],
      ['rgba(26, 14, 8, 0.85)', 0.3, 0],
    ] as const) {
      on.strokeStyle = color
      on.lineWidth = Math.max(0.5, unit * thick)
      on.beginPath()
      for (const { piece, crackAt, fallAt } of falls)
        if (t > crackAt && t < fallAt) traceShard(on, { ...piece, x: piece.x + dx * unit })
      on.stroke()
    }
    on.restore()
    drawLayer(context, standing)
  }
}
