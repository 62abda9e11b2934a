import type { DraftContext } from '../../canvas.ts'
import { roundedPath } from '../../toolkit/pictures.ts'

/** Draws a hydraulic press with its lower edge at `y`, `half` as wide to each side of `x`: a piston, a heavy plate, and a band of warning stripes. */
export function drawPress(context: DraftContext, x: number, y: number, half: number, unit: number): void {
  const thick = unit * 8
  const chrome = context.createLinearGradient(x - unit * 5, 0, x + unit * 5, 0)
  for (const [offset, color] of [
    [0, '#5d6572'],
    [0.25, '#f4f7fa'],
    [0.45, '#aab3bf'],
    [1, '#3d444f'],
  ] as const)
    chrome.addColorStop(offset, color)
  context.fillStyle = chrome
  context.fillRect(x - unit * 4.5, y - thick - unit * 200, unit * 9, unit * 200)
  const steel = context.createLinearGradient(0, y - thick, 0, y)
  for (const [offset, color] of [
    [0, '#a7b0bd'],
    [0.12, '#7c8694'],
    [0.75, '#525b69'],
    [1, '#252b36'],
  ] as const)
    steel.addColorStop(offset, color)
  context.fillStyle = steel
  roundedPath(context, x - half, y - thick, half * 2, thick, unit * 0.8)
  context.fill()
  context.save()
  context.beginPath()
  context.rect(x - half, y - thick * 0.52, half * 2, thick * 0.4)
  context.clip()
  context.fillStyle = '#f2c230'
  context.fillRect(x - half, y - thick, half * 2, thick)
  context.fillStyle = '#1d1f26'
  for (let stripe = -half - thick; stripe < half + thick; stripe += thick * 0.8) {
    context.beginPath()
    context.moveTo(x + stripe, y)
    context.lineTo(x + stripe + thick * 0.4, y)
    context.lineTo(x + stripe + thick * 0.9, y - thick)
    context.lineTo(x + stripe + thick * 0.5, y - thick)
    context.closePath()
    context.fill()
  }
  context.restore()
}
