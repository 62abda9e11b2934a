import { type Context, glow, grain, sky, vignette } from '../brush.ts'
import { SAMPLE_HEIGHT as H, SAMPLE_WIDTH as W } from '../size.ts'
import { ball, limb } from './strokes.ts'

/** A bowl of fruit on a table. */
export function fruit(context: Context): void {
  sky(context, W, H, [
    [0, '#2f3b46'],
    [0.62, '#3f4f57'],
    [0.63, '#7a5a44'],
    [1, '#4e3626'],
  ])
  glow(context, W * 0.24, H * 0.16, 560, 'rgb(255 236 200 / 0.5)')
  context.save()
  context.filter = 'blur(16px)'
  ball(context, W * 0.52, H * 0.87, 330, 44, '#150c08', 0.65)
  context.restore()
  const pieces: [number, number, number, readonly [string, string, string]][] = [
    [0.4, 0.5, 92, ['#ffd08a', '#f0982e', '#93480f']],
    [0.55, 0.45, 98, ['#f08a7a', '#c92f35', '#5c0d1d']],
    [0.66, 0.52, 84, ['#dfe89a', '#8fae3a', '#3f5716']],
    [0.48, 0.58, 88, ['#ffe9a8', '#f0c440', '#957014']],
    [0.6, 0.6, 78, ['#ffd08a', '#f0982e', '#93480f']],
    [0.35, 0.61, 66, ['#c9a2d9', '#6d3c8c', '#2a1240']],
  ]
  for (const [x, y, radius, colours] of pieces) {
    limb(context, W * x, H * y, radius, radius * 0.96, colours)
    glow(context, W * x - radius * 0.36, H * y - radius * 0.42, radius * 0.34, 'rgb(255 255 255 / 0.55)')
  }
  const bowl = context.createLinearGradient(W * 0.28, 0, W * 0.76, 0)
  bowl.addColorStop(0, '#f3efe6')
  bowl.addColorStop(0.5, '#c9c4bb')
  bowl.addColorStop(1, '#7f7b78')
  context.fillStyle = bowl
  context.beginPath()
  context.moveTo(W * 0.27, H * 0.64)
  context.bezierCurveTo(W * 0.3, H * 0.93, W * 0.74, H * 0.93, W * 0.77, H * 0.64)
  context.bezierCurveTo(W * 0.66, H * 0.73, W * 0.38, H * 0.73, W * 0.27, H * 0.64)
  context.fill()
  vignette(context, W, H, 0.5)
  grain(context, W, H, 18, 0.04)
}
