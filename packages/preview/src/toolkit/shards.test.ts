import { createCanvas } from '@napi-rs/canvas'
import { expect, test } from 'vitest'
import { skia } from '../testing/pictures.ts'
import { formOf } from './form.ts'
import { breakUp, drawShard } from './shards.ts'

const box = { x: 20, y: 10, width: 60, height: 80 }

/** A red disc in an empty frame. */
function disc() {
  const canvas = createCanvas(100, 100)
  const context = canvas.getContext('2d')
  context.fillStyle = '#d02020'
  context.beginPath()
  context.ellipse(50, 50, 30, 40, 0, 0, Math.PI * 2)
  context.fill()
  return canvas
}

test('the pieces of a subject, side by side, are the subject again, without a seam', () => {
  const subject = disc()
  const { pieces, plain } = breakUp(skia, subject, box, 60, 3)
  expect(pieces.length).toBeGreaterThan(30)
  expect(pieces.length).toBeLessThanOrEqual(70)
  const together = createCanvas(100, 100)
  for (const piece of pieces) drawShard(together.getContext('2d'), plain, piece, piece.x, piece.y)
  const wanted = subject.data()
  const got = together.data()
  let missing = 0
  for (let index = 3; index < wanted.length; index += 4)
    if (wanted[index] === 255 && (got[index] ?? 0) < 230) missing++
  expect(missing).toBe(0)
})

test('the pieces depend on the seed alone', () => {
  const corners = (seed: number) => breakUp(skia, disc(), box, 40, seed).pieces.map((piece) => piece.corners)
  expect(corners(1)).toEqual(corners(1))
  expect(corners(1)).not.toEqual(corners(2))
})

test('a form knows where the subject ends, how high it is, and its colour', () => {
  const form = formOf(skia, disc(), box)
  expect(form.rowAt(50)).toEqual([20, 80])
  expect(form.columnAt(50)).toEqual([10, 90])
  expect(form.rowAt(-20)).toEqual(form.rowAt(10))
  expect(form.heightAt(50, 50)).toBeGreaterThan(form.heightAt(24, 50))
  expect(form.heightAt(5, 5)).toBeLessThan(0.05)
  expect(form.slopeAt(20, 50)[0]).toBeGreaterThan(0)
  expect(form.slopeAt(80, 50)[0]).toBeLessThan(0)
  expect(form.color.map(Math.round)).toEqual([208, 32, 32])
})
