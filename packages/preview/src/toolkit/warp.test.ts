import { expect, test } from 'vitest'
import { createRandom } from './random.ts'
import { type Bend, createBend, rasterOf, warp, wordsOf } from './warp.ts'
import { createWarpKernel, type WarpKernelKind } from './warp-kernel.ts'

const WIDTH = 61
const HEIGHT = 37

interface Picture {
  width: number
  height: number
  data: Uint8ClampedArray
}

/** Opaque noise. */
function noisy(seed: number, width = WIDTH, height = HEIGHT): Picture {
  const random = createRandom(seed)
  const data = Uint8ClampedArray.from({ length: width * height * 4 }, (_, at) =>
    at % 4 === 3 ? 255 : Math.floor(random() * 256),
  )
  return { width, height, data }
}

/** Both pictures moved by so many pixels, one dissolved into the other by a share. */
function moved(x: number, y: number, share: number): Bend {
  const bend = createBend(7, 5)
  bend.shifts.forEach((_, at) => (bend.shifts[at] = at % 2 === 0 ? x : y))
  bend.shares.fill(share)
  return bend
}

function wild(seed: number, reach: number, columns = 7, rows = 5): Bend {
  const random = createRandom(seed)
  const bend = createBend(columns, rows)
  bend.shifts.forEach((_, at) => (bend.shifts[at] = (random() - 0.5) * 2 * reach))
  // Some cells show one picture alone.
  bend.shares.forEach((_, at) => (bend.shares[at] = Math.max(0, Math.min(1, random() * 2 - 0.5))))
  return bend
}

function byRule(first: Picture, second: Picture, bend: Bend): Uint8ClampedArray {
  const frame = { ...first, data: new Uint8ClampedArray(first.data.length) }
  warp(wordsOf(frame), rasterOf(first), rasterOf(second), bend)
  return frame.data
}

const byKernel = (kind: WarpKernelKind) => (first: Picture, second: Picture, bend: Bend) => {
  const kernel = createWarpKernel(kind)
  if (!kernel) throw new Error(`this host has no WebAssembly, or not the ${kind} kind`)
  const { width, height } = first
  const [target, ...kept] = [0, 1, 2].map(() => kernel.reserve(width, height, 3))
  for (const [index, picture] of [first, second].entries()) {
    for (let channel = 0; channel < 3; channel++)
      kernel
        .plane(kept[index] as never, channel)
        .forEach((_, at, plane) => (plane[at] = picture.data[at * 4 + channel] as number))
  }
  kernel.warp(target as never, kept[0] as never, kept[1] as never, bend)
  const frame = { ...first, data: new Uint8ClampedArray(first.data.length) }
  kernel.interleave(wordsOf(frame), target as never)
  return frame.data
}

const ways = [
  ['by the rule', byRule],
  ['by the kernel', byKernel('plain')],
  ['by the relaxed kernel', byKernel('relaxed')],
] as const

test.each(ways)(
  '%s a bend at rest gives the picture bit for bit, and whole pixels move it whole',
  (_, frame) => {
    const picture = noisy(1)
    expect(frame(picture, noisy(2), moved(0, 0, 0))).toEqual(picture.data)
    const right = frame(picture, noisy(2), moved(3, 0, 0))
    for (let y = 0; y < HEIGHT; y++) {
      const row = (from: number, to: number) => [(y * WIDTH + from) * 4, (y * WIDTH + to) * 4] as const
      expect(right.subarray(...row(0, WIDTH - 3))).toEqual(picture.data.subarray(...row(3, WIDTH)))
      // Held at its border.
      const last = picture.data.subarray(...row(WIDTH - 1, WIDTH))
      for (const x of [WIDTH - 3, WIDTH - 2, WIDTH - 1])
        expect(right.subarray(...row(x, x + 1))).toEqual(last)
    }
  },
)

test.each(ways)(
  '%s a bent picture is what sampling in floating point gives, within two levels of 255',
  (_, frame) => {
    const picture = noisy(2)
    const given = frame(picture, noisy(3), moved(1.37, -0.61, 0))
    for (let y = 2; y < HEIGHT - 2; y++) {
      for (let x = 0; x < WIDTH - 3; x++) {
        for (let channel = 0; channel < 4; channel++) {
          const texel = (dx: number, dy: number) =>
            picture.data[((y + dy) * WIDTH + x + dx) * 4 + channel] as number
          const upper = texel(1, -1) * 0.63 + texel(2, -1) * 0.37
          const lower = texel(1, 0) * 0.63 + texel(2, 0) * 0.37
          const expected = upper * 0.61 + lower * 0.39
          expect(Math.abs((given[(y * WIDTH + x) * 4 + channel] as number) - expected)).toBeLessThan(2)
        }
      }
    }
  },
)

test.each(ways)('%s two pictures dissolve by the shares of the nodes', (_, frame) => {
  const [first, second] = [noisy(3), noisy(4)]
  expect(frame(first, second, moved(0, 0, 0))).toEqual(first.data)
  expect(frame(first, second, moved(0, 0, 1))).toEqual(second.data)
  const half = frame(first, second, moved(0, 0, 0.5))
  const worst = half.reduce(
    (most, value, at) =>
      Math.max(most, Math.abs(value - ((first.data[at] as number) + (second.data[at] as number)) / 2)),
    0,
  )
  expect(worst).toBeLessThanOrEqual(1.5)
})

// Still, gentle as a morph is, steep, so shrunk that neighbours lie far apart, and far outside of the picture.
test.each([0, 3, 12, 60, 500])(
  'the kernel gives the bits of the rule where nodes stray by %d pixels',
  (reach) => {
    for (const [width, height] of [
      [61, 37],
      [320, 180],
      [16, 16],
      [203, 3],
    ] as const) {
      const pictures = [noisy(5, width, height), noisy(6, width, height)] as const
      for (const bend of [
        wild(reach + 7, reach),
        wild(reach + 8, reach, 33, 19),
        wild(reach + 9, reach, 2, 2),
      ])
        for (const kind of ['plain', 'relaxed'] as const)
          expect(byKernel(kind)(...pictures, bend)).toEqual(byRule(...pictures, bend))
    }
  },
)

test('every host gives the same bits', () => {
  let hash = 0x811c9dc5
  // FNV-1a of the bytes.
  for (const byte of byRule(noisy(5), noisy(6), wild(7, 20))) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0
  expect(hash).toBe(1_538_790_864)
})
