import { easeOut, progress } from '../toolkit/easing.ts'
import { drawPicture } from '../toolkit/pictures.ts'
import { hash } from '../toolkit/random.ts'
import type { EffectMotion } from './effect.ts'
import { drawShard, shardsOf } from './shards.ts'

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
