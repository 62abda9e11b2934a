import type { SKRSContext2D } from '@napi-rs/canvas'

/** A landscape without a subject, 1280 × 720: ranges of hills in the haze of a morning, firs before them. */
export function drawLandscape(context: SKRSContext2D): void {
  const sky = context.createLinearGradient(0, 0, 0, 460)
  for (const [offset, color] of [
    [0, '#5f97c4'],
    [0.55, '#c9dbe0'],
    [1, '#ffe2b4'],
  ] as const)
    sky.addColorStop(offset, color)
  context.fillStyle = sky
  context.fillRect(0, 0, 1280, 720)
  for (let cloud = 0; cloud < 22; cloud++) {
    const x = noise(cloud * 7.3) * 1280
    const y = 60 + noise(cloud * 3.1 + 40) * 150
    const radius = 30 + noise(cloud + 90) * 70
    const light = context.createRadialGradient(x, y, 0, x, y, radius)
    light.addColorStop(0, 'rgba(255, 255, 255, 0.5)')
    light.addColorStop(1, 'rgba(255, 255, 255, 0)')
    context.fillStyle = light
    context.fillRect(x - radius, y - radius, radius * 2, radius * 2)
  }
  const ranges = ['#a9bccb', '#86a3b4', '#5f8794', '#3f6a6c', '#2b5148', '#1c3a30']
  for (const [index, color] of ranges.entries()) {
    const base = 300 + index * 72
    const ridgeAt = (x: number) => base - fractal(x / (420 - index * 46) + index * 31) * (190 - index * 22)
    const haze = context.createLinearGradient(0, base - 150, 0, base + 120)
    haze.addColorStop(0, color)
    haze.addColorStop(1, index < 4 ? '#e6d9c0' : color)
    context.fillStyle = haze
    context.beginPath()
    context.moveTo(0, 720)
    for (let x = 0; x <= 1280; x += 4) context.lineTo(x, ridgeAt(x))
    context.lineTo(1280, 720)
    context.fill()
    if (index < 3) continue
    context.fillStyle = color
    for (let x = noise(index) * 30; x < 1280; x += 9 + noise(x + index) * 26)
      fir(context, x, ridgeAt(x) + 6, (18 + noise(x * 1.7) * 26) * (0.5 + (index - 3) * 0.55))
  }
}

function fir(context: SKRSContext2D, x: number, foot: number, tall: number): void {
  for (const [from, wide] of [
    [1, 0.15],
    [0.72, 0.22],
    [0.46, 0.29],
  ] as const) {
    context.beginPath()
    context.moveTo(x, foot - tall * from)
    context.lineTo(x + tall * wide, foot - tall * (from - 0.46))
    context.lineTo(x - tall * wide, foot - tall * (from - 0.46))
    context.fill()
  }
}

function noise(x: number): number {
  const value = Math.sin(x * 127.1 + 311.7) * 43_758.545
  return value - Math.floor(value)
}

function fractal(x: number): number {
  let sum = 0
  for (let octave = 0; octave < 5; octave++) {
    const at = x * 2 ** octave
    const left = Math.floor(at)
    const share = (1 - Math.cos((at - left) * Math.PI)) / 2
    sum +=
      ((noise(left + octave * 57) * (1 - share) + noise(left + 1 + octave * 57) * share) / 2 ** octave) * 0.6
  }
  return sum
}
