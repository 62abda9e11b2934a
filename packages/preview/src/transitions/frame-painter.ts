import type { DraftPixels } from '../canvas.ts'
import { once } from '../toolkit/once.ts'
import { type Bend, type Raster, rasterOf, warp } from '../toolkit/warp.ts'
import { createWarpKernel, type KeptPlanes, type WarpKernel } from '../toolkit/warp-kernel.ts'

/** Writes frames of some pictures that have the frame's size. */
export interface FramePainter<Frame> {
  /** The picture of this number as it is. */
  still(frame: Frame, index: number): void
  /** The picture of this number and the next one, bent and dissolved into each other. */
  between(frame: Frame, index: number, bend: Bend): void
}

/**
 * Paints frames of four channels a number: by the WebAssembly kernel where the host has it, and to the same bits where not.
 * `pixelsAt` is asked once for each picture.
 */
export function createFramePainter(
  width: number,
  height: number,
  pixelsAt: (index: number) => DraftPixels,
): FramePainter<Int32Array> {
  const kernel = createWarpKernel()
  return kernel ? kernelPainter(kernel, width, height, pixelsAt) : rasterPainter(pixelsAt)
}

function kernelPainter(
  kernel: WarpKernel,
  width: number,
  height: number,
  pixelsAt: (index: number) => DraftPixels,
): FramePainter<Int32Array> {
  const frame = kernel.reserve(width, height, 3)
  const picture = once((index): KeptPlanes => {
    const kept = kernel.reserve(width, height, 3)
    const { data } = pixelsAt(index)
    for (let channel = 0; channel < 3; channel++) {
      const plane = kernel.plane(kept, channel)
      for (let at = 0; at < plane.length; at++) plane[at] = data[at * 4 + channel] as number
    }
    return kept
  })
  return {
    still: (words, index) => kernel.interleave(words, picture(index)),
    between(words, index, bend) {
      kernel.warp(frame, picture(index), picture(index + 1), bend)
      kernel.interleave(words, frame)
    },
  }
}

function rasterPainter(pixelsAt: (index: number) => DraftPixels): FramePainter<Int32Array> {
  const raster = once((index): Raster => rasterOf(pixelsAt(index)))
  return {
    still(words, index) {
      const { width, height, data } = raster(index)
      words.set(data.subarray(0, width * height))
    },
    between: (words, index, bend) => warp(words, raster(index), raster(index + 1), bend),
  }
}
