import { expect, test } from 'vitest'
import { createPaintScale } from './paintScale.ts'

/** The scales that follow, for a machine on which a full frame takes so many milliseconds. */
function scalesOf(scale: ReturnType<typeof createPaintScale>, full: number, frames: number): number[] {
  return Array.from({ length: frames }, () => {
    scale.note(full * scale.value ** 2)
    return scale.value
  })
}

test('a draft is painted smaller only while it cannot be drawn in time, and stays where it can', () => {
  const scale = createPaintScale()
  expect(new Set(scalesOf(scale, 12, 60))).toEqual(new Set([1]))
  expect(scalesOf(scale, 20, 60).at(-1)).toBe(0.75)
  expect(scalesOf(scale, 40, 60).at(-1)).toBe(0.5)
  expect(scalesOf(scale, 400, 60).at(-1)).toBe(0.5)
  expect(scalesOf(scale, 15, 200).at(-1)).toBe(0.75)
  expect(scalesOf(scale, 6, 60).at(-1)).toBe(1)
})

test('a single slow frame changes nothing', () => {
  const scale = createPaintScale()
  for (const took of [5, 300, 5, 5, 5, 5, 5, 200, 5, 5]) scale.note(took)
  expect(scale.value).toBe(1)
})
