import type { SKRSContext2D } from '@napi-rs/canvas'

/** A clear subject, 1280 × 720: a penguin of glazed clay on a table, in the light of a window. */
export function drawFigurine(context: SKRSContext2D): void {
  room(context)
  for (const side of [-1, 1]) {
    oval(context, 640 + side * 62, 636, 62, 26, ['#ffc15e', '#f0952b', '#a8560f'])
    context.save()
    context.translate(640 + side * 148, 404)
    context.rotate(side * -0.34)
    oval(context, 0, 40, 36, 118, ['#5a6f9a', '#33456f', '#161f3c'])
    context.restore()
  }
  oval(context, 640, 424, 158, 212, ['#5f76a4', '#34476f', '#141c38'])
  oval(context, 640, 462, 112, 166, ['#ffffff', '#f3efe6', '#b9b4b4'])
  oval(context, 640, 206, 124, 118, ['#647bab', '#384c78', '#18213f'])
  for (const side of [-1, 1]) {
    oval(context, 640 + side * 44, 222, 54, 62, ['#ffffff', '#f6f2ea', '#d2cccb'])
    oval(context, 640 + side * 46, 204, 21, 25, ['#2a2530', '#15121a', '#0b0910'])
    oval(context, 640 + side * 46 - 7, 194, 7, 8, ['#ffffff', '#ffffff', '#eeeeee'])
  }
  context.fillStyle = '#f09a2e'
  context.beginPath()
  context.moveTo(608, 240)
  context.quadraticCurveTo(640, 224, 672, 240)
  context.quadraticCurveTo(650, 276, 640, 280)
  context.quadraticCurveTo(630, 276, 608, 240)
  context.fill()
  scarf(context)
  grain(context)
}

function room(context: SKRSContext2D): void {
  const wall = context.createLinearGradient(0, 0, 1280, 500)
  for (const [offset, color] of [
    [0, '#f6e7c8'],
    [0.5, '#e8cfa6'],
    [1, '#c9a67c'],
  ] as const)
    wall.addColorStop(offset, color)
  context.fillStyle = wall
  context.fillRect(0, 0, 1280, 720)
  const table = context.createLinearGradient(0, 490, 0, 720)
  table.addColorStop(0, '#a8744a')
  table.addColorStop(1, '#7c4f30')
  context.fillStyle = table
  context.fillRect(0, 490, 1280, 230)
  context.fillStyle = 'rgba(70, 38, 20, 0.16)'
  for (let line = 0; line < 14; line++) context.fillRect(0, 500 + line * line * 1.3, 1280, 1 + line * 0.2)
  context.save()
  context.filter = 'blur(16px)'
  context.fillStyle = 'rgba(40, 20, 10, 0.5)'
  context.beginPath()
  context.ellipse(676, 650, 190, 26, 0, 0, Math.PI * 2)
  context.fill()
  context.restore()
}

/** A red scarf around the neck, with one end hanging down. */
function scarf(context: SKRSContext2D): void {
  const wool = context.createLinearGradient(540, 290, 740, 340)
  wool.addColorStop(0, '#ef5a4c')
  wool.addColorStop(1, '#a81f2a')
  context.fillStyle = wool
  context.beginPath()
  context.moveTo(526, 292)
  context.bezierCurveTo(570, 332, 710, 332, 754, 292)
  context.lineTo(760, 330)
  context.bezierCurveTo(710, 376, 570, 376, 520, 330)
  context.fill()
  context.beginPath()
  context.moveTo(694, 346)
  context.lineTo(744, 336)
  context.lineTo(756, 448)
  context.lineTo(706, 452)
  context.fill()
  context.fillStyle = '#fff2dc'
  context.fillRect(706, 420, 48, 12)
}

function oval(
  context: SKRSContext2D,
  x: number,
  y: number,
  radiusX: number,
  radiusY: number,
  [light, middle, dark]: readonly [string, string, string],
): void {
  context.save()
  context.translate(x, y)
  context.scale(radiusX, radiusY)
  const shade = context.createRadialGradient(-0.35, -0.45, 0.05, 0, 0, 1)
  shade.addColorStop(0, light)
  shade.addColorStop(0.5, middle)
  shade.addColorStop(1, dark)
  context.fillStyle = shade
  context.beginPath()
  context.arc(0, 0, 1, 0, Math.PI * 2)
  context.fill()
  context.restore()
}

/** What makes a drawing look photographed. */
export function grain(context: SKRSContext2D): void {
  const { width, height } = context.canvas
  const image = context.getImageData(0, 0, width, height)
  const data = new Uint8ClampedArray(image.data)
  let state = 5
  for (let index = 0; index < data.length; index += 4) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    const shift = (state / 4_294_967_296 - 0.5) * 6
    for (let channel = 0; channel < 3; channel++) data[index + channel] = (data[index + channel] ?? 0) + shift
  }
  image.data.set(data)
  context.putImageData(image, 0, 0)
}
