import { createCanvas } from '@napi-rs/canvas'
import { expect, test } from 'vitest'
import { difference, draftOf, mediaOf, pixelsAt } from '../testing/pictures.ts'
import { moveFor } from './moves.ts'

/** A red disc before a wall with a blue post at its left. */
function scene() {
  const canvas = createCanvas(384, 216)
  const context = canvas.getContext('2d')
  context.fillStyle = '#d8d2c4'
  context.fillRect(0, 0, 384, 216)
  context.fillStyle = '#2244cc'
  context.fillRect(40, 0, 14, 216)
  context.fillStyle = '#cc3322'
  context.beginPath()
  context.arc(192, 120, 62, 0, 7)
  context.fill()
  return canvas
}
const media = mediaOf({ scene: scene() })
const draft = (prompt: string, seed = 3) =>
  draftOf('IMAGE_TO_VIDEO', { imageUrl: 'https://media.test/scene', prompt, seed }, media)

/** The middle and the width of what has a colour, in pixels. */
function extentOf(pixels: Buffer, isColor: (red: number, green: number, blue: number) => boolean) {
  const columns: number[] = []
  for (let index = 0; index < pixels.length; index += 4)
    if (isColor(pixels[index] ?? 0, pixels[index + 1] ?? 0, pixels[index + 2] ?? 0))
      columns.push((index / 4) % 192)
  const [left, right] = [Math.min(...columns), Math.max(...columns)]
  return { middle: (left + right) / 2, width: right - left }
}
const isRed = (red: number, green: number, blue: number) => red > green + 60 && red > blue + 60
const isBlue = (red: number, green: number, blue: number) => blue > red + 60 && blue > green + 40

test('a push in enlarges the subject more than the ground behind it', () => {
  const film = draft('slow push in')
  const [start, end] = [pixelsAt(film, 0), pixelsAt(film, film.duration)]
  const subject = extentOf(end, isRed).width / extentOf(start, isRed).width
  expect(subject).toBeGreaterThan(1.3)
  // The post is at the left border: its distance from the middle grows by the zoom of the ground alone.
  const post = (96 - extentOf(pixelsAt(film, 1.4), isBlue).middle) / (96 - extentOf(start, isBlue).middle)
  const disc = extentOf(pixelsAt(film, 1.4), isRed).width / extentOf(start, isRed).width
  expect(disc).toBeGreaterThan(post + 0.02)
})

test('in a pan the subject crosses the ground', () => {
  const film = draft('pan right')
  const gap = (seconds: number) => {
    const pixels = pixelsAt(film, seconds)
    return extentOf(pixels, isRed).middle - extentOf(pixels, isBlue).middle
  }
  expect(gap(0) - gap(1.5)).toBeGreaterThan(3)
})

test('the camera comes to rest at the end', () => {
  for (const prompt of ['push in', 'orbit', 'handheld', 'rise']) {
    const film = draft(prompt)
    const moving = difference(pixelsAt(film, 2), pixelsAt(film, 2.2))
    const resting = difference(pixelsAt(film, film.duration - 0.2), pixelsAt(film, film.duration))
    expect(resting, prompt).toBeLessThan(moving * 0.6)
  }
})

test.each([
  ['the camera zooms out slowly', 'pull out'],
  ['dolly zoom on her face', 'dolly zoom'],
  ['orbit around the vase', 'orbit'],
  ['panning left over the hills', 'pan left'],
  ['rising over the roofs', 'rise'],
  ['tilt down to the shoes', 'descend'],
  ['shaky documentary', 'handheld'],
])('“%s” is a %s', (prompt, name) => {
  expect(moveFor(prompt, { x: 0.5, y: 0.5 }, () => 0).name).toBe(name)
})
