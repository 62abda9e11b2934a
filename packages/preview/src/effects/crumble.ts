import { easeIn, progress } from '../toolkit/easing.ts'
import { hash } from '../toolkit/random.ts'
import type { EffectMotion } from './effect.ts'
import { drawShard, shardsOf } from './shards.ts'

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
