import type { DraftPixels } from '../canvas.ts'
import { once } from '../toolkit/once.ts'
import { createWarpKernel, type KeptPlanes } from '../toolkit/warp-kernel.ts'
import type { YuvPlanes } from '../toolkit/yuv.ts'
import type { FramePainter } from './frame-painter.ts'

/** Brightness at full size, both colour differences at half of it. */
interface KeptYuv {
  luma: KeptPlanes
  chroma: KeptPlanes
}

/**
 * Paints frames for a video encoder: half the bytes of those with four channels, and nothing to convert afterwards. Only where
 * `hasWarpKernel`; throws elsewhere. `pixelsAt` is asked once for each picture.
 */
export function createYuvPainter(
  width: number,
  height: number,
  pixelsAt: (index: number) => DraftPixels,
): FramePainter<YuvPlanes> {
  const kernel = createWarpKernel()
  if (!kernel) throw new Error('planes are only painted by WebAssembly, which this host refuses')

  const reserve = (): KeptYuv => ({
    luma: kernel.reserve(width, height, 1),
    chroma: kernel.reserve(width / 2, height / 2, 2),
  })
  const planesOf = ({ luma, chroma }: KeptYuv): YuvPlanes => ({
    width,
    height,
    y: kernel.plane(luma, 0),
    u: kernel.plane(chroma, 0),
    v: kernel.plane(chroma, 1),
  })
  const copy = (target: YuvPlanes, kept: KeptYuv) => {
    const { y, u, v } = planesOf(kept)
    target.y.set(y)
    target.u.set(u)
    target.v.set(v)
  }
  const frame = reserve()
  const picture = once((index): KeptYuv => {
    const kept = reserve()
    kernel.writeYuv(kept.luma, kept.chroma, pixelsAt(index))
    return kept
  })

  return {
    still: (planes, index) => copy(planes, picture(index)),
    between(planes, index, bend) {
      const [first, second] = [picture(index), picture(index + 1)]
      kernel.warp(frame.luma, first.luma, second.luma, bend)
      kernel.warp(frame.chroma, first.chroma, second.chroma, bend, 0.5)
      copy(planes, frame)
    },
  }
}
