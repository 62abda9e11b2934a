import { type Canvas, createCanvas } from '@napi-rs/canvas'

/** A figure of red clay on a pale ground: a picture whose subject is found without doubt, and counted by its colour. */
export function clay(width: number, height: number): Canvas {
  const canvas = createCanvas(width, height)
  const context = canvas.getContext('2d')
  const wall = context.createLinearGradient(0, 0, 0, height)
  wall.addColorStop(0, '#dfe6ee')
  wall.addColorStop(1, '#b3c0cc')
  context.fillStyle = wall
  context.fillRect(0, 0, width, height)
  context.fillStyle = '#c8302a'
  const unit = Math.min(width, height) / 100
  for (const [y, radiusX, radiusY] of [
    [38, 14, 13],
    [66, 19, 22],
  ] as const) {
    context.beginPath()
    context.ellipse(
      width / 2,
      height / 2 + (y - 54) * unit,
      radiusX * unit,
      radiusY * unit,
      0,
      0,
      Math.PI * 2,
    )
    context.fill()
  }
  return canvas
}

/** What a frame shows of the clay: its share of the frame, its middle and its bounds, in shares of the frame. */
export interface ClaySeen {
  area: number
  x: number
  y: number
  left: number
  right: number
  top: number
  bottom: number
}

/** Looks for the clay in the RGBA bytes of a frame. */
export function seeClay(data: Uint8Array, width: number, height: number): ClaySeen {
  const seen = { area: 0, x: 0, y: 0, left: 1, right: 0, top: 1, bottom: 0 }
  let count = 0
  for (let index = 0; index < width * height; index++) {
    const [red = 0, green = 0, blue = 0] = data.subarray(index * 4, index * 4 + 3)
    if (red < green * 1.7 || red < blue * 1.7 || red < 70) continue
    const x = ((index % width) + 0.5) / width
    const y = (Math.floor(index / width) + 0.5) / height
    count++
    seen.x += x
    seen.y += y
    seen.left = Math.min(seen.left, x)
    seen.right = Math.max(seen.right, x)
    seen.top = Math.min(seen.top, y)
    seen.bottom = Math.max(seen.bottom, y)
  }
  return { ...seen, area: count / (width * height), x: seen.x / (count || 1), y: seen.y / (count || 1) }
}
