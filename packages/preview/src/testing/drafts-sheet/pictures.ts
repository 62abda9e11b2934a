// Pictures for the contact sheet of drafts, drawn here so that they are the same everywhere.

import type { SKRSContext2D } from '@napi-rs/canvas'

/** A toucan of paper, cut out: transparent around it. 600 × 640. */
export function drawToucan(context: SKRSContext2D): void {
  const shape = (color: string, path: string) => {
    context.fillStyle = color
    const numbers = path.split(' ').map(Number)
    context.beginPath()
    context.moveTo(numbers[0] ?? 0, numbers[1] ?? 0)
    for (let at = 2; at + 5 < numbers.length; at += 6) {
      const [a = 0, b = 0, c = 0, d = 0, x = 0, y = 0] = numbers.slice(at, at + 6)
      context.bezierCurveTo(a, b, c, d, x, y)
    }
    context.closePath()
    context.fill()
  }
  shape('#171a26', '210 470 180 540 170 600 190 636 250 636 262 560 280 490 270 470 240 460 210 470')
  shape('#1d2130', '160 190 90 300 120 480 250 540 380 520 400 380 360 250 340 120 220 90 160 190')
  shape('#2c3248', '160 300 130 400 170 500 260 520 300 440 270 330 160 300 160 300 160 300 160 300')
  shape('#fff4dc', '215 175 205 270 245 330 320 330 372 290 372 220 350 170 310 130 240 130 215 175')
  shape('#ff9d2e', '330 150 430 100 560 150 590 270 540 250 470 245 340 250 350 215 350 180 330 150')
  shape('#e4572e', '340 250 470 245 540 250 590 270 520 290 420 300 345 285 340 275 340 262 340 250')
  shape('#171a26', '540 180 575 210 590 250 590 270 560 258 545 230 540 180 540 180 540 180 540 180')
  for (const [color, radius] of [
    ['#4a9bd4', 34],
    ['#171a26', 20],
    ['#ffffff', 7],
  ] as const) {
    context.fillStyle = color
    context.beginPath()
    context.arc(295 + (radius < 10 ? 7 : 0), 190 - (radius < 10 ? 7 : 0), radius, 0, Math.PI * 2)
    context.fill()
  }
  context.strokeStyle = '#e08a2a'
  context.lineWidth = 12
  context.lineCap = 'round'
  for (const x of [240, 300]) {
    context.beginPath()
    context.moveTo(x, 520)
    context.lineTo(x + 4, 600)
    context.lineTo(x + 40, 606)
    context.moveTo(x + 4, 600)
    context.lineTo(x - 22, 608)
    context.stroke()
  }
}

/** A view without a subject: a bay between hills. 1280 × 720. */
export function drawBay(context: SKRSContext2D): void {
  const sky = context.createLinearGradient(0, 0, 0, 380)
  sky.addColorStop(0, '#3d6fa5')
  sky.addColorStop(0.6, '#a9c7d3')
  sky.addColorStop(1, '#ffe0b8')
  context.fillStyle = sky
  context.fillRect(0, 0, 1280, 720)
  for (const [color, base, rise, length, phase] of [
    ['#8ba5b4', 372, 90, 410, 0.4],
    ['#66878f', 392, 70, 300, 2.1],
    ['#456a66', 410, 54, 230, 4.2],
  ] as const) {
    context.fillStyle = color
    context.beginPath()
    context.moveTo(0, 720)
    for (let x = 0; x <= 1280; x += 4)
      context.lineTo(
        x,
        base - rise * (0.5 + 0.4 * Math.sin(x / length + phase) + 0.12 * Math.sin(x / 41 + phase)),
      )
    context.lineTo(1280, 720)
    context.fill()
  }
  const sea = context.createLinearGradient(0, 400, 0, 720)
  sea.addColorStop(0, '#e0d3bb')
  sea.addColorStop(0.2, '#6f9da6')
  sea.addColorStop(1, '#1f4f66')
  context.fillStyle = sea
  context.fillRect(0, 408, 1280, 312)
  for (let index = 0; index < 260; index++) {
    const depth = ((index * 0.618) % 1) ** 1.6
    context.fillStyle = `rgba(255, 246, 226, ${0.06 + 0.16 * ((index * 0.37) % 1)})`
    context.fillRect(((index * 397) % 1400) - 60, 414 + depth * 300, 20 + depth * 110, 1 + depth * 4)
  }
  // A near shore in both corners, which tells how the camera moves.
  for (const [x, y, size] of [
    [90, 690, 210],
    [290, 720, 130],
    [1210, 700, 190],
    [1040, 728, 100],
  ] as const) {
    const rock = context.createLinearGradient(0, y - size * 0.6, 0, y)
    rock.addColorStop(0, '#6b6258')
    rock.addColorStop(1, '#2b2b30')
    context.fillStyle = rock
    context.beginPath()
    context.ellipse(x, y, size, size * 0.62, 0, 0, Math.PI * 2)
    context.fill()
  }
}

/** Three seconds of a boat that crosses the bay. */
export function drawBoat(context: SKRSContext2D, seconds: number): void {
  drawBay(context)
  context.save()
  context.translate(330 + seconds * 150, 560 + Math.sin(seconds * 3) * 5)
  context.rotate(Math.sin(seconds * 3) * 0.03)
  context.scale(1.7, 1.7)
  context.fillStyle = '#7a2f2a'
  context.beginPath()
  context.moveTo(-74, 0)
  context.quadraticCurveTo(0, 44, 84, -6)
  context.fill()
  context.fillStyle = '#3b2a26'
  context.fillRect(-3, -138, 6, 140)
  context.fillStyle = '#fff7e8'
  context.beginPath()
  context.moveTo(6, -134)
  context.quadraticCurveTo(94, -64, 76, -14)
  context.lineTo(6, -14)
  context.fill()
  context.fillStyle = '#d9532f'
  context.beginPath()
  context.moveTo(-8, -120)
  context.quadraticCurveTo(-66, -60, -60, -14)
  context.lineTo(-8, -14)
  context.fill()
  context.restore()
}
