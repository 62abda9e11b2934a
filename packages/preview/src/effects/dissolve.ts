import { easeIn, progress } from '../toolkit/easing.ts'
import { drawPart } from '../toolkit/pictures.ts'
import { hash, noise } from '../toolkit/random.ts'
import type { EffectMotion } from './effect.ts'

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
