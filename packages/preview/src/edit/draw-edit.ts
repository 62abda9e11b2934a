import type { Drawer } from '../drawer.ts'
import { paintCaption } from '../toolkit/caption.ts'
import { canvasOf } from '../toolkit/pictures.ts'
import { textOf } from '../toolkit/text.ts'
import { additionOf } from './addition.ts'
import { drawCover, swapOf } from './swap.ts'

/**
 * A video, changed: its own frames play. A swap (an operation that may name a region, `modifyRegion`) replaces a part of
 * them; an addition brings something in. What the words ask for stands below, since a draft cannot paint it.
 */
export const drawEdit: Drawer = (scene) => {
  const { operation, input, videos, width, height, prompt, createCanvas } = scene
  const isSwap = operation.fields.some(({ name }) => name === 'modifyRegion')
  const change = (isSwap ? swapOf : additionOf)(scene)
  const region = textOf(input['modifyRegion'])
  // Only letters that the shipped font has: an arrow would be drawn as a box.
  const words = region && prompt ? `${region}: ${prompt}` : prompt || region
  const caption = paintCaption(createCanvas, words, width, Math.min(width, height))
  const video = videos[0]
  const empty = canvasOf(createCanvas, width, height).canvas

  return {
    stages: [{ start: 0, note: isSwap ? 'swapping in the video' : 'adding to the video' }],
    draw(context, seconds) {
      const frame = video?.frameAt(Math.min(seconds, video.duration)) ?? empty
      context.fillStyle = '#15171d'
      context.fillRect(0, 0, width, height)
      drawCover(context, frame, width, height)
      change(context, frame, seconds)
      caption?.draw(context, seconds, height)
    },
  }
}
