/**
 * A neutral figure of clay on a plain ground: somebody, but nobody. It has what the effects take hold of: an outline that
 * stands clear of the ground, a head, two eyes.
 */
export function sampleFigure(canvas: HTMLCanvasElement): HTMLCanvasElement {
  const context = canvas.getContext('2d')
  if (!context) return canvas
  const { width, height } = canvas
  const unit = height / 100
  const wall = context.createLinearGradient(0, 0, 0, height)
  wall.addColorStop(0, '#d9d5ee')
  wall.addColorStop(0.72, '#c3bde2')
  wall.addColorStop(0.721, '#a9a1cf')
  wall.addColorStop(1, '#938abd')
  context.fillStyle = wall
  context.fillRect(0, 0, width, height)
  context.translate(width / 2, 0)
  context.scale(unit, unit)

  context.fillStyle = 'rgb(40 30 80 / 0.25)'
  ellipse(context, 0, 89, 24, 3.5)

  const clay = context.createLinearGradient(-22, 0, 22, 0)
  clay.addColorStop(0, '#f7b26a')
  clay.addColorStop(0.55, '#ee8f4a')
  clay.addColorStop(1, '#c9652f')
  context.fillStyle = clay
  // Arms, a body that is wider below, a round head.
  for (const side of [-1, 1]) {
    context.save()
    context.translate(side * 17, 56)
    context.rotate(side * -0.35)
    ellipse(context, 0, 8, 5, 14)
    context.restore()
  }
  context.beginPath()
  context.moveTo(-20, 84)
  context.bezierCurveTo(-22, 60, -16, 44, 0, 44)
  context.bezierCurveTo(16, 44, 22, 60, 20, 84)
  context.quadraticCurveTo(20, 89, 14, 89)
  context.lineTo(-14, 89)
  context.quadraticCurveTo(-20, 89, -20, 84)
  context.fill()
  ellipse(context, 0, 29, 17, 18)

  context.fillStyle = '#3a2233'
  ellipse(context, -6.5, 28, 2.3, 3)
  ellipse(context, 6.5, 28, 2.3, 3)
  context.strokeStyle = '#3a2233'
  context.lineWidth = 1.6
  context.lineCap = 'round'
  context.beginPath()
  context.arc(0, 33, 5.5, 0.35, Math.PI - 0.35)
  context.stroke()
  context.fillStyle = 'rgb(255 255 255 / 0.3)'
  ellipse(context, -7, 18, 4.5, 3)
  return canvas
}

function ellipse(context: CanvasRenderingContext2D, x: number, y: number, rx: number, ry: number) {
  context.beginPath()
  context.ellipse(x, y, rx, ry, 0, 0, Math.PI * 2)
  context.fill()
}
