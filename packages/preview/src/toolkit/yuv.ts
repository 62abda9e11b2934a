/**
 * A frame as video encoders take it (I420): brightness of each pixel, then two colour differences of each 2 × 2 pixels,
 * BT.709 in limited range. A colour difference stands, as H.264 has it where a file does not say otherwise, at the left one
 * of its two pixels and between the two rows. Width and height are even.
 */
export interface YuvPlanes {
  readonly width: number
  readonly height: number
  readonly y: Uint8Array
  readonly u: Uint8Array
  readonly v: Uint8Array
}

/** The planes of a frame of this size that lie one after the other in `bytes`. */
export function yuvPlanesIn(bytes: Uint8Array, width: number, height: number): YuvPlanes {
  const luma = width * height
  const chroma = luma >> 2
  return {
    width,
    height,
    y: bytes.subarray(0, luma),
    u: bytes.subarray(luma, luma + chroma),
    v: bytes.subarray(luma + chroma, luma + 2 * chroma),
  }
}

/** Of red, green and blue, in 1/65536: what each adds to brightness and to the two colour differences, which grey has none of. */
const LUMA = [11_966, 40_254, 4_064] as const
const BLUE_DIFFERENCE = [-6_596, -22_188, 28_784] as const
const RED_DIFFERENCE = [28_784, -26_145, -2_639] as const

/** Brightness of a colour, 16 (black) to 235 (white). */
export function lumaOf(red: number, green: number, blue: number): number {
  return 16 + ((LUMA[0] * red + LUMA[1] * green + LUMA[2] * blue + 0x8000) >> 16)
}

/** The colour differences of a sum of colours, 16 to 240, 128 without colour. */
export function chromaOf(red: number, green: number, blue: number, count = 1): [u: number, v: number] {
  const difference = ([r, g, b]: readonly [number, number, number]) =>
    128 + Math.floor((r * red + g * green + b * blue) / (65_536 * count) + 0.5)
  return [difference(BLUE_DIFFERENCE), difference(RED_DIFFERENCE)]
}
