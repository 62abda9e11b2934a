import type { DraftContext } from '../../canvas.ts'

/** Draws a kitchen knife that points down: its tip at `x`, `y`, its edge to the left. `blade` is how wide it is, in pixels. */
export function drawKnife(context: DraftContext, x: number, y: number, blade: number, long: number): void {
  context.save()
  context.translate(x, y)
  const steel = context.createLinearGradient(-blade * 0.2, 0, blade, 0)
  steel.addColorStop(0, '#ffffff')
  steel.addColorStop(0.3, '#dfe5ec')
  steel.addColorStop(0.34, '#aeb8c4')
  steel.addColorStop(1, '#e6ebf0')
  context.fillStyle = steel
  context.strokeStyle = 'rgba(40, 48, 60, 0.7)'
  context.lineWidth = Math.max(0.6, blade * 0.04)
  context.beginPath()
  context.moveTo(0, 0)
  context.quadraticCurveTo(blade * 0.9, -blade * 0.8, blade, -blade * 2.2)
  context.lineTo(blade, -long)
  context.lineTo(0, -long)
  context.closePath()
  context.fill()
  context.stroke()
  context.fillStyle = '#2b2023'
  context.fillRect(-blade * 0.06, -long * 1.6, blade * 1.12, long * 0.6)
  context.restore()
}
