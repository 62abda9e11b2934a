import { type Context, glow, grain, sky, vignette } from '../brush.ts'
import { SAMPLE_HEIGHT as H, SAMPLE_WIDTH as W } from '../size.ts'
import { ball, disc, limb } from './strokes.ts'

/** A figure of clay on a table. */
export function figure(context: Context): void {
  sky(context, W, H, [
    [0, '#e9d9c4'],
    [0.68, '#dcc3a6'],
    [0.69, '#b98f6c'],
    [1, '#9a7152'],
  ])
  glow(context, W * 0.3, H * 0.2, 620, 'rgb(255 248 226 / 0.75)')
  context.save()
  context.filter = 'blur(18px)'
  ball(context, W * 0.53, H * 0.86, 250, 46, '#4a2f20', 0.5)
  context.restore()
  const clay = ['#f0a77f', '#d9795a', '#8f4436'] as const
  limb(context, W * 0.44, H * 0.84, 58, 74, clay)
  limb(context, W * 0.56, H * 0.84, 58, 74, clay)
  limb(context, W * 0.5, H * 0.64, 150, 168, clay)
  limb(context, W * 0.375, H * 0.6, 42, 96, clay)
  limb(context, W * 0.625, H * 0.6, 42, 96, clay)
  limb(context, W * 0.5, H * 0.33, 136, 128, clay)
  for (const side of [-1, 1]) {
    disc(context, W * 0.5 + side * 48, H * 0.31, 25, '#fffaf2')
    disc(context, W * 0.5 + side * 46 + 3, H * 0.315, 12, '#2b1d1a')
    disc(context, W * 0.5 + side * 46 + 7, H * 0.305, 4, '#ffffff')
    glow(context, W * 0.5 + side * 82, H * 0.38, 34, 'rgb(220 70 70 / 0.4)')
  }
  context.strokeStyle = '#5a2822'
  context.lineWidth = 7
  context.lineCap = 'round'
  context.beginPath()
  context.arc(W * 0.5, H * 0.375, 34, 0.25, Math.PI - 0.25)
  context.stroke()
  vignette(context, W, H, 0.3)
  grain(context, W, H, 16, 0.03)
}
