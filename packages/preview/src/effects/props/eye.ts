import type { DraftContext } from '../../canvas.ts'

/** Draws the dark hole that an eye has left. */
export function drawSocket(context: DraftContext, x: number, y: number, radius: number): void {
  const hole = context.createRadialGradient(x, y + radius * 0.2, radius * 0.2, x, y, radius)
  hole.addColorStop(0, '#160a0e')
  hole.addColorStop(0.75, '#2a1218')
  hole.addColorStop(1, 'rgba(60, 24, 28, 0)')
  context.fillStyle = hole
  context.beginPath()
  context.ellipse(x, y, radius, radius * 0.9, 0, 0, Math.PI * 2)
  context.fill()
}

/** Draws a spring of six coils from where the eye was to where it is, the far half of each coil darker. */
export function drawSpring(
  context: DraftContext,
  root: { x: number; y: number },
  tip: { x: number; y: number },
  ball: number,
  out: number,
): void {
  const coils = 6
  const along = Math.atan2(tip.y - root.y, tip.x - root.x)
  const length = Math.hypot(tip.x - root.x, tip.y - root.y)
  context.save()
  context.translate(root.x, root.y)
  context.rotate(along)
  for (const isNear of [false, true]) {
    context.strokeStyle = isNear ? '#e9eef5' : '#8a93a3'
    context.lineWidth = Math.max(1, ball * (isNear ? 0.2 : 0.15))
    context.lineCap = 'round'
    for (let coil = 0; coil < coils; coil++) {
      const at = (coil / coils) * length
      const step = length / coils
      const wide = ball * 0.5 * Math.min(1, out)
      context.beginPath()
      context.moveTo(at, isNear ? -wide : wide)
      context.bezierCurveTo(
        at + step * (isNear ? 0.1 : 0.9),
        isNear ? -wide * 0.2 : wide * 0.2,
        at + step * (isNear ? 0 : 0.9),
        isNear ? wide : -wide,
        at + step * (isNear ? 0.25 : 1),
        isNear ? wide : -wide,
      )
      context.stroke()
    }
  }
  context.restore()
}

/** Draws an eyeball of radius `size`; `look` -1…1 is where it looks, to the left or right. */
export function drawBall(
  context: DraftContext,
  { x, y }: { x: number; y: number },
  size: number,
  look: number,
): void {
  const white = context.createRadialGradient(x - size * 0.3, y - size * 0.35, size * 0.1, x, y, size)
  white.addColorStop(0, '#ffffff')
  white.addColorStop(0.72, '#f1f1f3')
  white.addColorStop(1, '#b3b2c0')
  context.fillStyle = white
  context.strokeStyle = 'rgba(35, 28, 40, 0.75)'
  context.lineWidth = Math.max(0.8, size * 0.06)
  context.beginPath()
  context.arc(x, y, size, 0, Math.PI * 2)
  context.fill()
  context.stroke()
  const pupil = { x: x + look * size * 0.34, y: y + size * 0.06 }
  for (const [color, share, dx, dy] of [
    ['#2f6f9f', 0.52, 0, 0],
    ['#57a3d1', 0.42, 0, 0.06],
    ['#0b0d14', 0.27, 0, 0],
    ['#ffffff', 0.13, -0.16, -0.18],
  ] as const) {
    context.fillStyle = color
    context.beginPath()
    context.arc(pupil.x + dx * size, pupil.y + dy * size, size * share, 0, Math.PI * 2)
    context.fill()
  }
}
