import { bendLayer } from '../toolkit/bend.ts'
import { easeOut, mix, progress, smoother } from '../toolkit/easing.ts'
import { copyPart, grown, pixelLayerOf, showPixels } from '../toolkit/layers.ts'
import { drawLayer } from '../toolkit/layers.ts'
import { drawPuff, puffOf } from '../toolkit/puffs.ts'
import { hash, noise } from '../toolkit/random.ts'
import { drawContactShadow } from '../toolkit/shadows.ts'
import type { EffectMotion } from './effect.ts'

const BREATHS = 18

/** A narrow crest where smooth noise passes its middle, -0.4…1. */
const ridge = (value: number) => 1.4 * (1 - Math.min(1, Math.abs(value - 0.5) * 5)) ** 2 - 0.4

/** A last breath in, then the air hisses out at the top: it flutters, wrinkles, sinks to one side and lies there as a rag. */
export const deflate: EffectMotion = ({ subject, box, width, height, unit, seed, createCanvas }) => {
  const source = copyPart(createCanvas, subject, grown(box, 2, { width, height }))
  const target = pixelLayerOf(createCanvas, {
    x: box.x - box.width * 0.3,
    y: box.y - box.height * 0.12,
    width: box.width * 1.6,
    height: box.height * 1.16,
  })
  const puff = puffOf(createCanvas, '255, 255, 255', seed)
  const floor = box.y + box.height
  const middle = box.x + box.width / 2
  return (context, t, seconds) => {
    const full = Math.sin(Math.PI * progress(t, 0, 0.16)) * 0.05
    const out = smoother(progress(t, 0.1, 0.92))
    const hiss = progress(t, 0.1, 0.18) * (1 - progress(t, 0.66, 0.86))
    const tall = mix(1, 0.13, out) + full
    const wrinkled = easeOut(progress(t, 0.14, 0.6))
    bendLayer(
      source,
      target,
      (x, y, bent) => {
        const up = (floor - y) / box.height / tall
        // Folds of a slack skin: narrow ridges that run across and sag, finer ones askew between them.
        const across = (x - middle) / box.width
        const sag = across * across * 1.2 + noise(across * 3 + 9, up * 2, seed) * 0.9
        const crease = ridge(noise(across * 2.2, (up + sag * 0.3) * 7, seed + 1))
        const fine = ridge(noise(across * 7 + up * 4, up * 9 - across * 3, seed + 5))
        const flutter = Math.sin(up * 13 - seconds * 31) * 0.022 * hiss * up
        const lean = 0.34 * out * up * up * Math.sin(out * 2.4)
        const narrow = 1 - out * 0.26 * Math.min(1, up * 1.4) + full + out * 0.2 * Math.max(0, 1 - up * 2.2)
        const pull = wrinkled * 0.1 * (crease - 0.5) * up
        bent.x = middle + ((x - middle) / box.width - lean - flutter + pull) * (box.width / narrow)
        bent.y =
          floor -
          (up + wrinkled * 0.07 * (crease - 0.5) * Math.min(1, up * 4) * Math.min(1, Math.max(0, 1.3 - up))) *
            box.height
        bent.light =
          1 +
          wrinkled *
            (crease * 0.2 +
              fine * 0.12 -
              0.12 -
              0.3 * Math.max(0, crease - 0.2) * Math.max(0, -across * 2 - fine))
      },
      64,
    )
    showPixels(target)
    drawContactShadow(context, middle, floor, box.width * 0.56, unit * 2.4, 0.5 * Math.min(1, out * 3))
    drawLayer(context, target)
    const valve = { x: middle + box.width * 0.34 * out * Math.sin(out * 2.4), y: floor - box.height * tall }
    for (let index = 0; index < BREATHS; index++) {
      const age = (seconds * 1.9 + hash(index, 1, seed)) % 1
      const angle = -1.25 + (hash(index, 2, seed) - 0.5) * 0.5 + Math.sin(seconds * 9) * 0.25
      const far = easeOut(age) * unit * (12 + hash(index, 3, seed) * 14)
      drawPuff(
        context,
        puff,
        valve.x + Math.cos(angle) * far,
        valve.y + Math.sin(angle) * far,
        unit * (1.4 + age * 6),
        hiss * (1 - age * age),
        index,
      )
    }
  }
}
