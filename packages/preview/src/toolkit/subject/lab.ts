import type { DraftPixels } from '../../canvas.ts'

/** A picture as CIE Lab (D65): equal distances look about equally different. */
export interface LabPicture {
  readonly width: number
  readonly height: number
  /** Lightness 0…100. */
  readonly l: Float32Array
  /** Green to red, and blue to yellow, about −100…100. */
  readonly a: Float32Array
  readonly b: Float32Array
}

const linear = Float32Array.from({ length: 256 }, (_, byte) => {
  const value = byte / 255
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
})

const curve = (t: number) => (t > 0.008856 ? Math.cbrt(t) : 7.787 * t + 16 / 116)

export function toLab({ width, height, data }: DraftPixels): LabPicture {
  const count = width * height
  const [l, a, b] = [new Float32Array(count), new Float32Array(count), new Float32Array(count)]
  for (let index = 0; index < count; index++) {
    const red = linear[data[index * 4] as number] as number
    const green = linear[data[index * 4 + 1] as number] as number
    const blue = linear[data[index * 4 + 2] as number] as number
    const x = curve((0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.9505)
    const y = curve(0.2126 * red + 0.7152 * green + 0.0722 * blue)
    const z = curve((0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.089)
    l[index] = 116 * y - 16
    a[index] = 500 * (x - y)
    b[index] = 200 * (y - z)
  }
  return { width, height, l, a, b }
}
