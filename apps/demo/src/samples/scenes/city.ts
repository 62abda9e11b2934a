import { type Context, glow, grain, sky, vignette } from '../brush.ts'
import { randomFrom } from '../random.ts'
import { SAMPLE_HEIGHT as H, SAMPLE_WIDTH as W } from '../size.ts'

/** A city street in the rain, at night. */
export function city(context: Context): void {
  sky(context, W, H, [
    [0, '#0d1230'],
    [0.5, '#34305f'],
    [0.75, '#7d4a70'],
    [1, '#151530'],
  ])
  const random = randomFrom(90)
  for (const [layer, tint] of ['#2c2b56', '#201f45', '#141433'].entries()) {
    for (let x = -40; x < W;) {
      const width = 60 + random() * 90
      const height = H * (0.24 + random() * 0.3 + layer * 0.03)
      const top = H * 0.82 - height
      context.fillStyle = tint
      context.fillRect(x, top, width, height)
      for (let row = top + 14; row < H * 0.8; row += 17) {
        for (let column = x + 9; column < x + width - 12; column += 15) {
          if (random() > 0.3 + layer * 0.08) continue
          context.fillStyle =
            random() > 0.22
              ? `rgb(255 210 140 / ${0.3 + layer * 0.22})`
              : `rgb(140 200 255 / ${0.25 + layer * 0.2})`
          context.fillRect(column, row, 6, 8)
        }
      }
      x += width + random() * 12
    }
  }
  const street = context.createLinearGradient(0, H * 0.8, 0, H)
  street.addColorStop(0, '#2a2348')
  street.addColorStop(1, '#0a0a1c')
  context.fillStyle = street
  context.fillRect(0, H * 0.8, W, H * 0.2)
  for (let count = 0; count < 70; count++) {
    const x = random() * W
    const y = H * (0.74 + random() * 0.05)
    const colour =
      ['255 120 90', '255 214 150', '120 190 255', '255 90 140'][Math.floor(random() * 4)] ?? '255 214 150'
    glow(context, x, y, 14 + random() * 30, `rgb(${colour} / 0.5)`)
    context.fillStyle = `rgb(${colour} / 0.14)`
    context.fillRect(x - 3 - random() * 5, H * 0.81, 6 + random() * 12, H * (0.06 + random() * 0.13))
  }
  context.strokeStyle = 'rgb(200 215 255 / 0.12)'
  context.lineWidth = 1.2
  for (let count = 0; count < 420; count++) {
    const x = random() * W
    const y = random() * H
    const length = 14 + random() * 30
    context.beginPath()
    context.moveTo(x, y)
    context.lineTo(x - length * 0.18, y + length)
    context.stroke()
  }
  vignette(context, W, H, 0.45)
  grain(context, W, H, 14, 0.045)
}
