import { clamp, easeIn, easeOut, progress } from '../toolkit/easing.ts'
import { drawPicture } from '../toolkit/pictures.ts'
import { drawPuff, puffOf } from '../toolkit/puffs.ts'
import { hash } from '../toolkit/random.ts'
import { breakUp, drawShard } from '../toolkit/shards.ts'
import type { EffectMotion } from './effect.ts'

const PIECES = 90
const CLOUDS = 26
const SPARKS = 70
/** When it goes off. */
const BANG = 0.2

/** It swells and trembles, light breaks out, and it bursts: pieces fly at the viewer, in fire that turns to smoke. */
export const explode: EffectMotion = ({ subject, box, width, height, unit, seed, createCanvas }) => {
  const shards = breakUp(createCanvas, subject, box, PIECES, seed)
  const smoke = puffOf(createCanvas, '92, 86, 86', seed)
  const fire = puffOf(createCanvas, '255, 150, 46', seed + 1)
  const heart = puffOf(createCanvas, '255, 236, 170', seed + 2)
  const middle = { x: box.x + box.width / 2, y: box.y + box.height * 0.52 }
  const size = Math.max(box.width, box.height)
  const span = Math.hypot(width, height)
  const flights = shards.pieces.map((piece) => {
    const own = (salt: number) => hash(piece.index, salt, seed)
    const away = Math.atan2(piece.y - middle.y, piece.x - middle.x) + (own(1) - 0.5) * 0.7
    const near = 1 - clamp(Math.hypot(piece.x - middle.x, piece.y - middle.y) / size)
    return {
      piece,
      away,
      speed: span * (0.12 + own(2) * 0.46),
      /** Toward the viewer, so that it grows, more from the middle. */
      nearing: own(3) * (0.5 + near) * 1.6,
      spin: (own(4) - 0.5) * 14,
      tumble: 3 + own(5) * 9,
    }
  })
  return (context, t, seconds) => {
    if (t < BANG) {
      const build = easeIn(t / BANG)
      const swell = 1 + build * 0.08
      const shake = build * unit * 0.9
      context.save()
      context.translate(middle.x + Math.sin(seconds * 83) * shake, middle.y + Math.cos(seconds * 97) * shake)
      context.scale(swell, swell)
      drawPicture(context, subject, -middle.x, -middle.y)
      context.restore()
      drawPuff(context, heart, middle.x, middle.y, size * 0.5 * build, build * build * 1.4)
      return
    }
    const age = (t - BANG) / (1 - BANG)
    const fly = easeOut(age * 1.15)
    for (let cloud = 0; cloud < CLOUDS; cloud++) {
      const own = (salt: number) => hash(cloud, salt, seed + 3)
      const angle = own(1) * Math.PI * 2
      const far = size * (0.1 + own(2) * 0.6) * easeOut(age * 1.6)
      const radius = size * (0.1 + own(3) * 0.15) * (0.6 + easeOut(age * 2) * 1.1)
      const x = middle.x + Math.cos(angle) * far
      const y = middle.y + Math.sin(angle) * far * 0.9 - age * height * 0.16 * own(4)
      drawPuff(
        context,
        smoke,
        x,
        y,
        radius,
        progress(age, 0.02, 0.14) * (1 - progress(age, 0.2 + own(5) * 0.25, 0.75 + own(5) * 0.25)) * 0.8,
        angle,
      )
      drawPuff(
        context,
        fire,
        x,
        y,
        radius * 0.86,
        (1 - progress(age, 0.05 + own(6) * 0.1, 0.3 + own(6) * 0.1)) * 1.2,
        angle + age,
      )
      if (cloud % 3 === 0)
        drawPuff(context, heart, x, y, radius * 0.6, (1 - progress(age, 0, 0.2)) * 1.2, angle)
    }
    context.lineCap = 'round'
    for (let spark = 0; spark < SPARKS; spark++) {
      const own = (salt: number) => hash(spark, salt, seed + 7)
      const life = 0.2 + own(1) * 0.45
      if (age > life) continue
      const angle = own(2) * Math.PI * 2
      const speed = span * (0.2 + own(3) * 0.6)
      const at = (when: number) => {
        const far = easeOut(Math.max(0, when) * 1.5) * speed
        return {
          x: middle.x + Math.cos(angle) * far,
          y: middle.y + Math.sin(angle) * far + when * when * height * 0.7,
        }
      }
      const head = at(age)
      const tail = at(age - 0.03)
      context.strokeStyle = `rgba(255, ${Math.round(240 - (age / life) * 130)}, ${Math.round(170 - (age / life) * 130)}, ${1 - age / life})`
      context.lineWidth = unit * (0.2 + own(4) * 0.4)
      context.beginPath()
      context.moveTo(tail.x, tail.y)
      context.lineTo(head.x, head.y)
      context.stroke()
    }
    for (const { piece, away, speed, nearing, spin, tumble } of flights) {
      const scale = 1 + nearing * fly
      for (const ghost of [2, 1, 0]) {
        // The pieces are blurred along their way while they are fast.
        const when = Math.max(0, age - ghost * 0.012)
        const far = easeOut(when * 1.15) * speed
        const strength = ghost === 0 ? 1 : (1 - age) ** 2 * 0.34
        if (strength < 0.06) continue
        const x = piece.x + Math.cos(away) * far
        const y = piece.y + Math.sin(away) * far + when * when * height * 0.5
        if (x < -width * 0.2 || x > width * 1.2 || y > height * 1.2 || y < -height * 0.3) continue
        context.globalAlpha = strength
        const turn = Math.cos(tumble * when)
        const narrow = Math.abs(turn) < 0.16 ? 0.16 : turn
        drawShard(context, shards.edged, piece, x, y, spin * when, scale, narrow)
      }
      context.globalAlpha = 1
    }
    const flash = 1 - progress(age, 0, 0.13)
    if (flash <= 0) return
    const light = context.createRadialGradient(middle.x, middle.y, 0, middle.x, middle.y, span * 0.62)
    light.addColorStop(0, `rgba(255, 252, 235, ${flash})`)
    light.addColorStop(0.3, `rgba(255, 214, 120, ${flash * 0.85})`)
    light.addColorStop(1, `rgba(255, 140, 40, ${flash * 0.1})`)
    context.fillStyle = light
    context.fillRect(0, 0, width, height)
  }
}
