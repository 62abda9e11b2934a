import type { DraftContext, DraftImage } from '../canvas.ts'
import { easeIn, easeOut, progress } from '../toolkit/easing.ts'
import { drawPart, drawPicture, type Rectangle } from '../toolkit/pictures.ts'
import { hash, noise } from '../toolkit/random.ts'
import type { EffectMotion } from './registry.ts'

/** A piece of the picture with crooked corners; corners in pixels from the picture's upper left. */
interface Shard {
  corners: [number, number][]
  x: number
  y: number
  index: number
}

function shardsOf(place: Rectangle, columns: number, rows: number, seed: number): Shard[] {
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

function drawShard(
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

/** It bursts apart in every direction, after a short tremble and with a flash. */
export const explode: EffectMotion = ({ picture, place, width, height, seed }) => {
  const shards = shardsOf(place, 13, 8, seed)
  return (context, t, seconds) => {
    const tremble = progress(t, 0, 0.16)
    const fly = progress(t, 0.16, 1)
    if (fly <= 0) {
      const swell = 1 + tremble * 0.05
      context.translate(
        width / 2 + Math.sin(seconds * 90) * tremble * 6,
        height / 2 + Math.cos(seconds * 75) * tremble * 5,
      )
      drawPicture(
        context,
        picture,
        (-place.width / 2) * swell,
        (-place.height / 2) * swell,
        place.width * swell,
        place.height * swell,
      )
      return
    }
    for (const shard of shards) {
      const dx = shard.x - place.width / 2
      const dy = shard.y - place.height / 2
      const speed = 0.7 + hash(shard.index, 1, seed) * 1.7
      const far = easeOut(fly) * speed
      const x = place.x + shard.x + dx * far * 1.9 + (hash(shard.index, 2, seed) - 0.5) * width * 0.25 * far
      const y = place.y + shard.y + dy * far * 1.9 + fly * fly * height * 0.55
      drawShard(
        context,
        picture,
        shard,
        x,
        y,
        (hash(shard.index, 3, seed) - 0.5) * 9 * far,
        1 + far * 0.35 * hash(shard.index, 4, seed),
      )
    }
    const flash = 1 - progress(fly, 0, 0.22)
    if (flash <= 0) return
    const light = context.createRadialGradient(width / 2, height / 2, 0, width / 2, height / 2, width * 0.6)
    light.addColorStop(0, `rgba(255, 250, 225, ${flash})`)
    light.addColorStop(0.4, `rgba(255, 190, 80, ${flash * 0.6})`)
    light.addColorStop(1, 'rgba(255, 120, 30, 0)')
    context.fillStyle = light
    context.fillRect(0, 0, width, height)
  }
}

/** It breaks into crumbs that fall, from below upward, and pile out of sight. */
export const crumble: EffectMotion = ({ picture, place, height, seed }) => {
  const shards = shardsOf(place, 18, 12, seed)
  return (context, t) => {
    for (const shard of shards) {
      const begin = 0.05 + (1 - shard.y / place.height) * 0.42 + hash(shard.index, 1, seed) * 0.2
      const fall = progress(t, begin, begin + 0.38)
      if (fall >= 1) continue
      const crack = progress(t, begin - 0.12, begin) * 2.5
      const x = place.x + shard.x + (hash(shard.index, 2, seed) - 0.5) * (place.width * 0.12 * fall + crack)
      const y = place.y + shard.y + easeIn(fall) * height * 1.05 + crack
      drawShard(
        context,
        picture,
        shard,
        x,
        y,
        (hash(shard.index, 3, seed) - 0.5) * 5 * fall,
        1 - crack * 0.02,
      )
    }
  }
}

/** It turns to fine dust that the wind takes to the right. */
export const dissolve: EffectMotion = ({ picture, place, width, height, seed }) => {
  const columns = 56
  const rows = Math.max(8, Math.round((columns * place.height) / place.width))
  return (context, t) => {
    for (let row = 0; row < rows; row++) {
      for (let column = 0; column < columns; column++) {
        const left = Math.round((column / columns) * place.width)
        const top = Math.round((row / rows) * place.height)
        const w = Math.round(((column + 1) / columns) * place.width) - left
        const h = Math.round(((row + 1) / rows) * place.height) - top
        const begin = 0.04 + (1 - column / columns) * 0.42 + noise(column / 7, row / 7, seed) * 0.2
        const gone = progress(t, begin, begin + 0.32)
        if (gone >= 1) continue
        const drift = easeIn(gone)
        const own = hash(column, row, seed)
        const size = 1 - gone * (0.55 + own * 0.3)
        context.globalAlpha = 1 - gone
        const x = place.x + left + drift * width * (0.2 + own * 0.3)
        const y =
          place.y +
          top -
          drift * height * (0.22 * own - 0.04) +
          Math.sin(gone * 6 + own * 9) * height * 0.02 * gone
        drawPart(
          context,
          picture,
          left,
          top,
          w,
          h,
          gone > 0 ? x : Math.round(x),
          gone > 0 ? y : Math.round(y),
          w * size,
          h * size,
        )
      }
    }
    context.globalAlpha = 1
  }
}
