/** How frames come from the workers: four bytes a pixel, or the planes that the encoder takes as they are. */
export type PixelFormat = 'rgba' | 'yuv420p'

/** Bytes of a frame. Width and height are even. */
export function frameBytesOf(pixelFormat: PixelFormat, width: number, height: number): number {
  return pixelFormat === 'rgba' ? width * height * 4 : (width * height * 3) / 2
}
