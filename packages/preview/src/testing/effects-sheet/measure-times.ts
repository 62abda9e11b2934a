import { type Canvas, createCanvas, type Image } from '@napi-rs/canvas'
import type { FrameSize } from '../../index.ts'
import { effectDraft } from './effect-draft.ts'

/** A line of text with the CPU time of an effect: a frame on a tile of the picker, preparing it, and 5 s of 720p. */
export function timesOf(name: string, picture: Image | Canvas): string {
  const tile = measure(name, picture, { width: 240, height: 136 }, 60)
  const clip = measure(name, picture, { width: 1280, height: 720 }, 120)
  const seconds = (clip.prepare + clip.frame * 120) / 1000
  return `${name.padEnd(12)} ${tile.frame.toFixed(2)} ms a frame at 240 px, ${tile.prepare.toFixed(0)} ms before, ${seconds.toFixed(2)} s for 5 s of 720p`
}

function measure(
  name: string,
  picture: Image | Canvas,
  size: FrameSize,
  frames: number,
): { prepare: number; frame: number } {
  const context = createCanvas(size.width, size.height).getContext('2d')
  const run = () => {
    const start = cpuMs()
    const draft = effectDraft(name, picture, size)
    const prepared = cpuMs()
    for (let frame = 0; frame < frames; frame++) {
      draft.draw(context, (frame / frames) * draft.duration)
      // Skia draws when the pixels are asked for.
      context.getImageData(0, 0, 1, 1)
    }
    return { prepare: prepared - start, frame: (cpuMs() - prepared) / frames }
  }
  // Once before, so that what is measured is compiled.
  run()
  return run()
}

function cpuMs(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}
