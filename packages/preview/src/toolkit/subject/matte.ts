import type { CreateCanvas, DraftCanvas, DraftPixels } from '../../canvas.ts'
import { paintPixels } from '../pixels.ts'
import { boxMean, type Grid } from './grid.ts'

/** Points of the small picture that share one linear rule, and how far a rule may be from the mask to stay smooth. */
const RADIUS = 2
const SMOOTHNESS = 0.0008

/**
 * A mask in the detail of a larger copy of its picture: where the large picture has an edge, the mask gets it too. This
 * is the fast guided filter (He and Sun, 2015): linear rules from brightness and colour to mask, found at the mask's
 * own size, are applied at the larger one. The answer is white with the mask in its alpha.
 */
export function refineMask(
  createCanvas: CreateCanvas,
  mask: Grid,
  small: DraftPixels,
  large: DraftPixels,
): DraftCanvas {
  const { width, height } = mask
  // Two channels say most of what three do, and a rule of two needs no more than a 2 × 2 system.
  const [light, tint] = channelsOf(small)
  const mean = (values: Float32Array) => boxMean(values, width, height, RADIUS)
  const product = (one: Float32Array, other: Float32Array) =>
    one.map((value, index) => value * (other[index] as number))
  const meanLight = mean(light)
  const meanTint = mean(tint)
  const meanMask = mean(mask.values)
  const lightLight = mean(product(light, light))
  const lightTint = mean(product(light, tint))
  const tintTint = mean(product(tint, tint))
  const lightMask = mean(product(light, mask.values))
  const tintMask = mean(product(tint, mask.values))
  const byLight = new Float32Array(light.length)
  const byTint = new Float32Array(light.length)
  const base = new Float32Array(light.length)
  for (let index = 0; index < light.length; index++) {
    const ml = meanLight[index] as number
    const mt = meanTint[index] as number
    const mm = meanMask[index] as number
    const ll = (lightLight[index] as number) - ml * ml + SMOOTHNESS
    const lt = (lightTint[index] as number) - ml * mt
    const tt = (tintTint[index] as number) - mt * mt + SMOOTHNESS
    const lm = (lightMask[index] as number) - ml * mm
    const tm = (tintMask[index] as number) - mt * mm
    const determinant = ll * tt - lt * lt
    const ruleLight = (lm * tt - tm * lt) / determinant
    const ruleTint = (tm * ll - lm * lt) / determinant
    byLight[index] = ruleLight
    byTint[index] = ruleTint
    base[index] = mm - ruleLight * ml - ruleTint * mt
  }
  const rules: Rules = {
    width,
    height,
    byLight: mean(byLight),
    byTint: mean(byTint),
    base: mean(base),
  }
  return paintPixels(createCanvas, large.width, large.height, (data) => applyRules(rules, large, data))
}

/** For each point of the small picture: mask = byLight × light + byTint × tint + base. */
interface Rules {
  width: number
  height: number
  byLight: Float32Array
  byTint: Float32Array
  base: Float32Array
}

function applyRules(rules: Rules, large: DraftPixels, target: Uint8ClampedArray): void {
  const [light, tint] = channelsOf(large)
  // Between the points of the small picture rules are mixed: first two rows into one, then along it.
  const row = [rules.byLight, rules.byTint, rules.base].map(() => new Float32Array(rules.width + 1))
  const [rowLight, rowTint, rowBase] = row as [Float32Array, Float32Array, Float32Array]
  const lefts = new Int32Array(large.width)
  const shares = new Float32Array(large.width)
  for (let x = 0; x < large.width; x++) {
    const u = Math.min(rules.width - 1, Math.max(0, ((x + 0.5) / large.width) * rules.width - 0.5))
    lefts[x] = Math.trunc(u)
    shares[x] = u - Math.trunc(u)
  }
  for (let y = 0; y < large.height; y++) {
    const v = Math.min(rules.height - 1, Math.max(0, ((y + 0.5) / large.height) * rules.height - 0.5))
    mixRows(rules.byLight, rules, v, rowLight)
    mixRows(rules.byTint, rules, v, rowTint)
    mixRows(rules.base, rules, v, rowBase)
    for (let x = 0; x < large.width; x++) {
      const left = lefts[x] as number
      const share = shares[x] as number
      const index = y * large.width + x
      const byLight = (rowLight[left] as number) * (1 - share) + (rowLight[left + 1] as number) * share
      const byTint = (rowTint[left] as number) * (1 - share) + (rowTint[left + 1] as number) * share
      const base = (rowBase[left] as number) * (1 - share) + (rowBase[left + 1] as number) * share
      const value = byLight * (light[index] as number) + byTint * (tint[index] as number) + base
      // Steeper than it came, so that neither a veil of ground nor a thinned middle is left.
      const steep = Math.min(1, Math.max(0, (value - 0.28) / 0.52))
      target[index * 4] = 255
      target[index * 4 + 1] = 255
      target[index * 4 + 2] = 255
      target[index * 4 + 3] = steep * steep * (3 - 2 * steep) * 255
    }
  }
}

/** A row between two rows; its last value stands twice, so that the mixing along it needs no limit. */
function mixRows(values: Float32Array, { width, height }: Rules, v: number, into: Float32Array): void {
  const top = Math.trunc(v)
  const below = Math.min(height - 1, top + 1)
  const share = v - top
  for (let x = 0; x < width; x++)
    into[x] =
      (values[top * width + x] as number) * (1 - share) + (values[below * width + x] as number) * share
  into[width] = into[width - 1] as number
}

function channelsOf({ data, width, height }: DraftPixels): [light: Float32Array, tint: Float32Array] {
  const light = new Float32Array(width * height)
  const tint = new Float32Array(width * height)
  for (let index = 0; index < light.length; index++) {
    const red = data[index * 4] as number
    const green = data[index * 4 + 1] as number
    const blue = data[index * 4 + 2] as number
    light[index] = (red * 0.299 + green * 0.587 + blue * 0.114) / 255
    tint[index] = (red - blue) / 255
  }
  return [light, tint]
}
