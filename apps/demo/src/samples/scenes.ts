import { type Context, glow, grain, ridge, sky, vignette } from './brush.ts'
import { randomFrom } from './random.ts'

/** Pixels of every sample picture: 16:9, large enough for 720p. */
export const SAMPLE_WIDTH = 1280
export const SAMPLE_HEIGHT = 720

/** A picture that the project draws itself, so that a visitor can try everything without one of their own. */
export interface SampleScene {
  id: string
  title: string
  draw(context: Context): void
}

const W = SAMPLE_WIDTH
const H = SAMPLE_HEIGHT

/** The same coast at four hours, a lake, a city, a figure and a fruit bowl. */
export const sampleScenes: readonly SampleScene[] = [
  {
    id: 'dawn',
    title: 'Coast at dawn',
    draw: (context) =>
      coast(context, {
        sky: ['#f9dcb8', '#f6b78c', '#d98a86'],
        sea: ['#d49a8e', '#7c6f8f'],
        rock: ['#8a6a78', '#5f4c66', '#3f3550'],
        sun: [0.72, 0.5, '#fff3cf'],
        lamp: false,
      }),
  },
  {
    id: 'noon',
    title: 'Coast at noon',
    draw: (context) =>
      coast(context, {
        sky: ['#4d9fd6', '#9ccbe6', '#dff0ee'],
        sea: ['#5fb0b8', '#1f6f8c'],
        rock: ['#9fb389', '#6f8f68', '#3f5f4a'],
        sun: [0.6, 0.14, '#ffffff'],
        lamp: false,
      }),
  },
  {
    id: 'dusk',
    title: 'Coast at dusk',
    draw: (context) =>
      coast(context, {
        sky: ['#2c2a5e', '#7a4a86', '#e8896b'],
        sea: ['#b8687a', '#2f2c5c'],
        rock: ['#4f3a66', '#352a52', '#1f1b3c'],
        sun: [0.3, 0.56, '#ffd9a0'],
        lamp: true,
      }),
  },
  {
    id: 'night',
    title: 'Coast at night',
    draw: (context) =>
      coast(context, {
        sky: ['#060a1e', '#101a3c', '#2c3a66'],
        sea: ['#1d2a52', '#080d22'],
        rock: ['#18203f', '#10162f', '#080b1c'],
        sun: [0.24, 0.2, '#e8eeff'],
        lamp: true,
      }),
  },
  { id: 'lake', title: 'Mountain lake', draw: lake },
  { id: 'city', title: 'City in the rain', draw: city },
  { id: 'figure', title: 'Clay figure', draw: figure },
  { id: 'fruit', title: 'Bowl of fruit', draw: fruit },
]

interface CoastLight {
  sky: [string, string, string]
  sea: [string, string]
  rock: [string, string, string]
  /** Place as parts of the picture, and colour. */
  sun: [number, number, string]
  lamp: boolean
}

function coast(context: Context, light: CoastLight): void {
  const horizon = H * 0.6
  sky(context, W, horizon, [
    [0, light.sky[0]],
    [0.6, light.sky[1]],
    [1, light.sky[2]],
  ])
  if (light.lamp) stars(context, horizon, 21)
  const [sunX, sunY, sunColour] = light.sun
  glow(context, W * sunX, H * sunY, 420, `color-mix(in srgb, ${sunColour} 55%, transparent)`)
  disc(context, W * sunX, H * sunY, 42, sunColour)
  clouds(context, horizon, light.sky[2])

  const sea = context.createLinearGradient(0, horizon, 0, H)
  sea.addColorStop(0, light.sea[0])
  sea.addColorStop(1, light.sea[1])
  context.fillStyle = sea
  context.fillRect(0, horizon, W, H - horizon)
  glitter(context, W * sunX, horizon, sunColour)

  ridge(context, W, H, {
    base: H * 0.56,
    amplitude: 46,
    roughness: 0.5,
    seed: 4,
    fill: fade(context, light.rock[0], horizon, light.sea[0]),
  })
  lighthouse(context, light)
  ridge(context, W, H, { base: H * 0.97, amplitude: 90, roughness: 0.48, seed: 19, fill: light.rock[2] })
  vignette(context, W, H)
  grain(context, W, H, 7, 0.035)
}

function lighthouse(context: Context, light: CoastLight): void {
  const x = W * 0.79
  const foot = H * 0.74
  // The cape that it stands on.
  context.fillStyle = light.rock[1]
  context.beginPath()
  context.moveTo(W * 0.5, H)
  context.bezierCurveTo(W * 0.57, H * 0.93, W * 0.56, H * 0.85, W * 0.62, H * 0.79)
  context.bezierCurveTo(W * 0.68, H * 0.72, W * 0.72, H * 0.7, x, H * 0.7)
  context.bezierCurveTo(W * 0.9, H * 0.7, W * 0.95, H * 0.62, W, H * 0.6)
  context.lineTo(W, H)
  context.closePath()
  context.fill()
  const tower = context.createLinearGradient(x - 26, 0, x + 26, 0)
  tower.addColorStop(0, `color-mix(in srgb, ${light.sky[1]} 35%, #fdf6ec)`)
  tower.addColorStop(1, `color-mix(in srgb, ${light.rock[1]} 65%, #cbb8b4)`)
  context.fillStyle = tower
  context.beginPath()
  context.moveTo(x - 25, foot)
  context.lineTo(x - 15, H * 0.34)
  context.lineTo(x + 15, H * 0.34)
  context.lineTo(x + 25, foot)
  context.fill()
  context.fillStyle = `color-mix(in srgb, ${light.rock[2]} 40%, #b4483c)`
  for (const top of [0.42, 0.56]) context.fillRect(x - 20 - top * 6, H * top, 40 + top * 12, H * 0.055)
  context.fillStyle = light.rock[2]
  context.fillRect(x - 21, H * 0.335, 42, 7)
  context.fillRect(x - 13, H * 0.275, 26, 9)
  context.fillStyle = light.lamp ? '#fff2b8' : '#dfe9ea'
  context.fillRect(x - 10, H * 0.287, 20, H * 0.05)
  if (!light.lamp) return
  glow(context, x, H * 0.31, 260, 'rgb(255 236 170 / 0.55)')
  context.fillStyle = 'rgb(255 240 190 / 0.16)'
  context.beginPath()
  context.moveTo(x, H * 0.31)
  context.lineTo(0, H * 0.16)
  context.lineTo(0, H * 0.4)
  context.fill()
}

function stars(context: Context, horizon: number, seed: number): void {
  const random = randomFrom(seed)
  for (let count = 0; count < 220; count++) {
    const brightness = random() ** 3
    context.fillStyle = `rgb(240 244 255 / ${0.15 + brightness * 0.75})`
    context.fillRect(
      random() * W,
      random() ** 1.6 * horizon * 0.8,
      1 + brightness * 1.6,
      1 + brightness * 1.6,
    )
  }
}

function clouds(context: Context, horizon: number, colour: string): void {
  const random = randomFrom(33)
  for (let count = 0; count < 26; count++) {
    const x = random() * W
    const y = horizon * (0.22 + random() * 0.62)
    context.save()
    context.translate(x, y)
    context.scale(5 + random() * 5, 0.55 + random() * 0.35)
    glow(
      context,
      0,
      0,
      30 + random() * 34,
      `color-mix(in srgb, ${colour} ${18 + random() * 26}%, transparent)`,
    )
    context.restore()
  }
}

function glitter(context: Context, x: number, horizon: number, colour: string): void {
  const random = randomFrom(5)
  for (let count = 0; count < 420; count++) {
    const depth = random() ** 1.7
    const width = (6 + depth * 60) * random()
    context.fillStyle = `color-mix(in srgb, ${colour} ${Math.round(50 * (1 - depth) + 8)}%, transparent)`
    context.fillRect(
      x + (random() - 0.5) * (80 + depth * 520) - width / 2,
      horizon + depth * (H - horizon),
      width,
      1 + depth * 2,
    )
  }
}

function disc(context: Context, x: number, y: number, radius: number, colour: string): void {
  context.fillStyle = colour
  context.beginPath()
  context.arc(x, y, radius, 0, Math.PI * 2)
  context.fill()
}

function fade(context: Context, from: string, horizon: number, to: string): CanvasGradient {
  const gradient = context.createLinearGradient(0, horizon - 80, 0, horizon + 10)
  gradient.addColorStop(0, from)
  gradient.addColorStop(1, to)
  return gradient
}

function lake(context: Context): void {
  const shore = H * 0.58
  sky(context, W, shore, [
    [0, '#7fb4d8'],
    [0.7, '#cfe3e6'],
    [1, '#f3e6d2'],
  ])
  clouds(context, shore, '#ffffff')
  ridge(context, W, shore, { base: H * 0.34, amplitude: 130, roughness: 0.56, seed: 52, fill: '#8fa3bb' })
  ridge(context, W, shore, { base: H * 0.45, amplitude: 86, roughness: 0.55, seed: 61, fill: '#5f7a8f' })
  pines(context, shore, 11)
  // The lake is the world upside down, darker and a little blurred.
  context.save()
  context.translate(0, shore * 2)
  context.scale(1, -1)
  context.filter = 'blur(3px) brightness(0.78) saturate(0.9)'
  context.drawImage(
    context.canvas,
    0,
    shore - (H - shore),
    W,
    H - shore,
    0,
    shore - (H - shore),
    W,
    H - shore,
  )
  context.restore()
  const random = randomFrom(8)
  for (let count = 0; count < 150; count++) {
    const depth = random()
    context.fillStyle = `rgb(255 255 255 / ${0.03 + random() * 0.07})`
    context.fillRect(random() * W - 60, shore + depth * (H - shore), 60 + depth * 200, 1 + depth * 2)
  }
  vignette(context, W, H, 0.3)
  grain(context, W, H, 12, 0.035)
}

function pines(context: Context, shore: number, seed: number): void {
  const random = randomFrom(seed)
  for (let count = 0; count < 120; count++) {
    const x = random() * W
    const height = 40 + random() * 90 * (0.35 + Math.abs(x / W - 0.5) * 1.6)
    context.fillStyle = `hsl(${150 + random() * 30} 26% ${15 + random() * 11}%)`
    context.beginPath()
    context.moveTo(x, shore - height)
    for (let tier = 1; tier <= 4; tier++) {
      context.lineTo(x + height * 0.06 * tier, shore - height + (height * tier) / 4)
      context.lineTo(x + height * 0.035 * tier, shore - height + (height * tier) / 4)
    }
    for (let tier = 4; tier >= 1; tier--) {
      context.lineTo(x - height * 0.035 * tier, shore - height + (height * tier) / 4)
      context.lineTo(x - height * 0.06 * tier, shore - height + (height * tier) / 4)
    }
    context.closePath()
    context.fill()
  }
}

function city(context: Context): void {
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

function figure(context: Context): void {
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

function limb(
  context: Context,
  x: number,
  y: number,
  radiusX: number,
  radiusY: number,
  [light, middle, dark]: readonly [string, string, string],
): void {
  const gradient = context.createRadialGradient(
    x - radiusX * 0.35,
    y - radiusY * 0.45,
    radiusX * 0.1,
    x,
    y,
    Math.max(radiusX, radiusY) * 1.1,
  )
  gradient.addColorStop(0, light)
  gradient.addColorStop(0.55, middle)
  gradient.addColorStop(1, dark)
  context.fillStyle = gradient
  context.beginPath()
  context.ellipse(x, y, radiusX, radiusY, 0, 0, Math.PI * 2)
  context.fill()
}

function ball(
  context: Context,
  x: number,
  y: number,
  radiusX: number,
  radiusY: number,
  colour: string,
  alpha: number,
): void {
  context.globalAlpha = alpha
  context.fillStyle = colour
  context.beginPath()
  context.ellipse(x, y, radiusX, radiusY, 0, 0, Math.PI * 2)
  context.fill()
  context.globalAlpha = 1
}

function fruit(context: Context): void {
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
