import { createCanvas } from '@napi-rs/canvas'
import { expect, test } from 'vitest'
import type { DraftVideo } from '../canvas.ts'
import { draftOf, mediaOf, pixelsAt, skia } from '../testing/pictures.ts'
import { regionOf, tintOf } from './region.ts'
import { trackOf } from './track.ts'

/** A red disc that crosses a green field from left to right in four seconds. */
const video: DraftVideo = {
  width: 384,
  height: 216,
  duration: 4,
  frameAt(seconds) {
    const canvas = createCanvas(384, 216)
    const context = canvas.getContext('2d')
    context.fillStyle = '#6f9a74'
    context.fillRect(0, 0, 384, 216)
    context.fillStyle = '#cc3322'
    context.beginPath()
    context.arc(110 + seconds * 45, 110, 45, 0, 7)
    context.fill()
    return canvas
  },
}
const square = createCanvas(120, 120)
square.getContext('2d').fillStyle = '#2233dd'
square.getContext('2d').fillRect(20, 20, 80, 80)
const media = mediaOf({ video, square })
const [videoUrl, imageUrl] = ['https://media.test/video', 'https://media.test/square']

/** The middle of the pixels of a colour in the 192 × 108 frame of a second, and how many they are. */
function middleOf(
  id: string,
  input: Record<string, unknown>,
  seconds: number,
  isColor: (red: number, green: number, blue: number) => boolean,
) {
  const pixels = pixelsAt(draftOf(id, { videoUrl, seed: 1, ...input }, media), seconds)
  let [x, y, count] = [0, 0, 0]
  for (let index = 0; index < pixels.length; index += 4) {
    if (!isColor(pixels[index] ?? 0, pixels[index + 1] ?? 0, pixels[index + 2] ?? 0)) continue
    x += (index / 4) % 192
    y += Math.floor(index / 4 / 192)
    count++
  }
  return { x: x / count, y: y / count, count }
}
const isRed = (red: number, green: number, blue: number) => red > green + 50 && red > blue + 50
const isBlue = (red: number, green: number, blue: number) => blue > red + 50 && blue > green + 50
const isYellow = (red: number, green: number, blue: number) => red > blue + 60 && green > blue + 40

test('a swap takes the subject out of the video and puts the image where it is, frame by frame', () => {
  const input = { imageUrl, modifyRegion: 'the ball' }
  expect(middleOf('PIKASWAPS', input, 0, isRed).count).toBeGreaterThan(500)
  for (const seconds of [1.2, 2, 3, 3.8]) {
    const put = middleOf('PIKASWAPS', input, seconds, isBlue)
    expect(Math.abs(put.x - (110 + seconds * 45) / 2)).toBeLessThan(4)
    expect(Math.abs(put.y - 55)).toBeLessThan(6)
    expect(middleOf('PIKASWAPS', input, seconds, isRed).count).toBe(0)
  }
})

test('with stills of the video the image follows what moves, evenly', () => {
  const track = trackOf(skia, stillsOf(22), 192, 108)
  expect(track).toBeDefined()
  for (let seconds = 0; seconds <= 3.8; seconds += 0.1) {
    const { x, y, width, height } = track?.(seconds) ?? { x: 0, y: 0, width: 0, height: 0 }
    expect(Math.abs(x + width / 2 - (110 + seconds * 45) / 2)).toBeLessThan(2.5)
    expect(Math.abs(y + height / 2 - 55)).toBeLessThan(2)
    expect(Math.abs(width - 23)).toBeLessThan(4)
  }
})

test('what stands at one place for more than half of the time is not followed by its ends', () => {
  expect(trackOf(skia, stillsOf(55), 192, 108)).toBeUndefined()
})

/** Stills of a red disc of this radius that crosses a green field. */
function stillsOf(radius: number) {
  return Array.from({ length: 16 }, (_, index) => {
    const picture = createCanvas(384, 216)
    const context = picture.getContext('2d')
    context.fillStyle = '#6f9a74'
    context.fillRect(0, 0, 384, 216)
    context.fillStyle = '#cc3322'
    context.beginPath()
    context.arc(110 + (index / 4) * 45, 110, radius, 0, 7)
    context.fill()
    return { seconds: index / 4, picture }
  })
}

test('nothing is followed where nothing moves, or all does', () => {
  const still = (shift: number) => {
    const canvas = createCanvas(96, 54)
    const context = canvas.getContext('2d')
    for (let x = 0; x < 96; x += 8) {
      context.fillStyle = `hsl(${(x * 47) % 360} 70% 50%)`
      context.fillRect((x + shift) % 96, 0, 8, 54)
    }
    return canvas
  }
  for (const step of [0, 13]) {
    const stills = Array.from({ length: 9 }, (_, index) => ({
      seconds: index / 4,
      picture: still(index * step),
    }))
    expect(trackOf(skia, stills, 192, 108)).toBeUndefined()
  }
})

test('a swap without an image gives the region the colour that the words name', () => {
  const input = { prompt: 'make it gold' }
  const gold = middleOf('PIKASWAPS', input, 2, isYellow)
  expect(gold.count).toBeGreaterThan(500)
  expect(Math.abs(gold.x - 100)).toBeLessThan(4)
})

test('an addition comes in from the side that the prompt names, and leaves the video as it was elsewhere', () => {
  for (const [side, sign] of [
    ['left', -1],
    ['right', 1],
  ] as const) {
    const input = { imageUrl, prompt: `comes from the ${side}` }
    expect(middleOf('PIKADDITIONS', input, 0, isBlue).count).toBe(0)
    const early = middleOf('PIKADDITIONS', input, 1.1, isBlue)
    const late = middleOf('PIKADDITIONS', input, 3.5, isBlue)
    expect(Math.sign(early.x - 96)).toBe(sign)
    expect(Math.abs(early.x - 96)).toBeGreaterThan(Math.abs(late.x - 96))
    expect(pixelsAt(draftOf('PIKADDITIONS', { videoUrl, ...input }, media), 2).readUInt32LE(0)).toBe(
      Buffer.from([0x6f, 0x9a, 0x74, 255]).readUInt32LE(0),
    )
  }
})

test('words name a region and a colour', () => {
  expect(['the boat', 'her hat', 'the sky', 'left half', 'the floor'].map(regionOf)).toEqual([
    'subject',
    'head',
    'sky',
    'left',
    'ground',
  ])
  expect(tintOf('blue glass', 0)).toMatchObject({ hue: 212 })
  expect(tintOf('something', 0.5)).toMatchObject({ hue: 180 })
})
