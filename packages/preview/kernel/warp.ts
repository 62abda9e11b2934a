// The pixel kernel in AssemblyScript, eight pixels at a time. `npm run generate` compiles it into
// src/toolkit/warp-kernel-code.ts, with and without relaxed SIMD, which is a fifth faster where there is any. Both give the bits
// that src/toolkit/warp.ts gives, which is the readable form of it.
//
// A picture is some planes of a byte a pixel, `stride` bytes from one to the next. A plane has at least eight bytes more than
// pixels, since a row is written in eights, and memory goes on for a row and sixteen bytes after the last plane.

/** A node of the bend: how far from its own place the first picture has what is seen there (x, y), and the second. */
const NODE_BYTES: usize = 16
const SHARE_BYTES: usize = 4
/** A share of the second picture that is all of it. */
const WHOLE: i32 = 65535
/** 1/256 pixels that eight neighbours may lie apart: with the next pixel they are found in sixteen bytes. */
const WIDEST: i32 = 13 << 8

/**
 * Fills a frame with two bent pictures, one dissolved into the other. `nodes` and `shares` lie over it from edge to edge, row by
 * row. Where a cell shows one picture alone, only that one costs time.
 */
export function warp(
  target: usize,
  first: usize,
  second: usize,
  width: i32,
  height: i32,
  planes: i32,
  stride: usize,
  nodes: usize,
  shares: usize,
  columns: i32,
  rows: i32,
): void {
  const cells = columns - 1
  const cellWidth = width / cells
  const remainder = 2 * (width % cells)
  let shareLength = 0
  let perPixel: f32 = 0
  for (let y = 0; y < height; y++) {
    const v: f64 = height > 1 ? f64(y * (rows - 1)) / f64(height - 1) : 0
    const row = min(i32(v), rows - 2)
    const down = f32(v - f64(row))
    let node = nodes + usize(row * columns) * NODE_BYTES
    let share = shares + usize(row * columns) * SHARE_BYTES
    let shift = shiftAt(node, columns, down)
    let from = shareAt(share, columns, down)
    let left = 0
    // The edge of a column is its width times so many, rounded; what is not yet a whole pixel is carried on in halves of a cell.
    let edge = 0
    let rest = cells
    for (let column = 1; column < columns; column++) {
      node += NODE_BYTES
      share += SHARE_BYTES
      const nextShift = shiftAt(node, columns, down)
      const to = shareAt(share, columns, down)
      edge += cellWidth
      rest += remainder
      if (rest >= 2 * cells) {
        rest -= 2 * cells
        edge++
      }
      const right = edge
      const length = right - left
      if (length > 0) {
        if (length != shareLength) {
          shareLength = length
          perPixel = 65536 / f32(length)
        }
        let starts = fixed(shift)
        let steps = whole(f32x4.mul(f32x4.sub(nextShift, shift), f32x4.splat(perPixel)))
        const isFirst = from <= 0 && to <= 0
        const isSecond = from >= WHOLE && to >= WHOLE
        const shareStep = from == to ? 0 : (to - from) / length
        const out = target + usize(y * width + left)
        for (let picture = 0; picture < 2; picture++) {
          if (picture == 0 ? !isSecond : !isFirst) {
            bend(
              out,
              picture == 0 ? first : second,
              width,
              height,
              planes,
              stride,
              length,
              (left << 16) + i32x4.extract_lane(starts, 0),
              (y << 16) + i32x4.extract_lane(starts, 1),
              i32x4.extract_lane(steps, 0) + 65536,
              i32x4.extract_lane(steps, 1),
              picture == 1 && !isSecond,
              from,
              shareStep,
            )
          }
          starts = v128.shuffle<i32>(starts, starts, 2, 3, 0, 1)
          steps = v128.shuffle<i32>(steps, steps, 2, 3, 0, 1)
        }
      }
      left = right
      shift = nextShift
      from = to
    }
  }
}

/** Writes three planes as pixels of red, green, blue and a full alpha, sixteen at a time: the target may need 60 bytes more. */
export function interleave(target: usize, planes: usize, stride: usize, count: i32): void {
  const alpha = i8x16.splat(-1)
  for (let done = 0; done < count; done += 16) {
    const at = planes + usize(done)
    const red = v128.load(at)
    const green = v128.load(at + stride)
    const blue = v128.load(at + 2 * stride)
    const lowRG = pairs(red, green, true)
    const highRG = pairs(red, green, false)
    const lowBA = pairs(blue, alpha, true)
    const highBA = pairs(blue, alpha, false)
    const to = target + (usize(done) << 2)
    v128.store(to, v128.shuffle<i16>(lowRG, lowBA, 0, 8, 1, 9, 2, 10, 3, 11))
    v128.store(to, v128.shuffle<i16>(lowRG, lowBA, 4, 12, 5, 13, 6, 14, 7, 15), 16)
    v128.store(to, v128.shuffle<i16>(highRG, highBA, 0, 8, 1, 9, 2, 10, 3, 11), 32)
    v128.store(to, v128.shuffle<i16>(highRG, highBA, 4, 12, 5, 13, 6, 14, 7, 15), 48)
  }
}

function pairs(a: v128, b: v128, isLow: bool): v128 {
  return isLow
    ? v128.shuffle<i8>(a, b, 0, 16, 1, 17, 2, 18, 3, 19, 4, 20, 5, 21, 6, 22, 7, 23)
    : v128.shuffle<i8>(a, b, 8, 24, 9, 25, 10, 26, 11, 27, 12, 28, 13, 29, 14, 30, 15, 31)
}

/** A node of a row between two rows of nodes, in pixels. */
function shiftAt(node: usize, columns: i32, down: f32): v128 {
  const upper = v128.load(node)
  const lower = v128.load(node + usize(columns) * NODE_BYTES)
  return f32x4.add(upper, f32x4.mul(f32x4.sub(lower, upper), f32x4.splat(down)))
}

function shareAt(share: usize, columns: i32, down: f32): i32 {
  const upper = load<f32>(share)
  const lower = load<f32>(share + usize(columns) * SHARE_BYTES)
  return i32((upper + (lower - upper) * down) * f32(WHOLE))
}

/** Pixels in 1/65536. */
function fixed(pixels: v128): v128 {
  return whole(f32x4.mul(pixels, f32x4.splat(65536)))
}

/** Towards zero. */
function whole(values: v128): v128 {
  return ASC_FEATURE_RELAXED_SIMD ? i32x4.relaxed_trunc_f32x4_s(values) : i32x4.trunc_sat_f32x4_s(values)
}

/**
 * One picture in one cell's stretch of a row, from x, y on a straight way (in 1/65536 pixel): written, or dissolved into what is
 * there by shares of 65535.
 */
function bend(
  out: usize,
  source: usize,
  width: i32,
  height: i32,
  planes: i32,
  stride: usize,
  length: i32,
  x: i32,
  y: i32,
  xStep: i32,
  yStep: i32,
  isDissolved: bool,
  share: i32,
  shareStep: i32,
): void {
  const xReach = (7 * xStep) >> 8
  const yReach = (7 * yStep) >> 8
  if (abs(xReach) > WIDEST || abs(yReach) > WIDEST) {
    bendOneByOne(
      out,
      source,
      width,
      height,
      planes,
      stride,
      length,
      x,
      y,
      xStep,
      yStep,
      isDissolved,
      share,
      shareStep,
    )
    return
  }
  const right = (width - 1) << 8
  const bottom = (height - 1) << 8
  const xs = lanesOf(xStep)
  const ys = lanesOf(yStep)
  const shares = lanesOf(shareStep)
  const toLeftmost = min(0, xReach)
  const toRightmost = max(0, xReach)
  const toHighest = min(0, yReach)
  const toLowest = max(0, yReach)
  // The way is straight: where both of its ends are within the picture, all of it is.
  const groups = (length - 1) >> 3
  const lastX = (x + (xStep << 3) * groups) >> 8
  const lastY = (y + (yStep << 3) * groups) >> 8
  const isInside =
    min(x >> 8, lastX) + toLeftmost >= 0 &&
    min(y >> 8, lastY) + toHighest >= 0 &&
    max(x >> 8, lastX) + toRightmost <= right &&
    max(y >> 8, lastY) + toLowest <= bottom
  for (let done = 0; done < length; done += 8) {
    const qx = x >> 8
    const qy = y >> 8
    const leftmost = qx + toLeftmost
    const highest = qy + toHighest
    const lowest = qy + toLowest
    let px: v128, py: v128, left: i32, top: i32, span: i32
    if (isInside) {
      left = leftmost >> 8
      top = highest >> 8
      span = (lowest >> 8) - top
      px = i16x8.add(i16x8.splat(i16(qx - (left << 8))), xs)
      py = i16x8.add(i16x8.splat(i16(qy - (top << 8))), ys)
    } else {
      left = held(leftmost, right) >> 8
      top = held(highest, bottom) >> 8
      span = (held(lowest, bottom) >> 8) - top
      px = heldLanes(qx - (left << 8), xs, right - (left << 8))
      py = heldLanes(qy - (top << 8), ys, bottom - (top << 8))
    }
    // The upper byte of each lane picks nothing, which gives a zero.
    const here = v128.or(i16x8.shr_u(px, 8), i16x8.splat(-256))
    const next = i16x8.add(here, i16x8.splat(1))
    const fx = weightsOf(v128.and(px, i16x8.splat(255)))
    const fy = weightsOf(v128.and(py, i16x8.splat(255)))
    const rows = i16x8.shr_u(py, 8)
    const weights = weightsOf(i16x8.add(i16x8.splat(i16(share >> 8)), shares))
    let at = source + usize(top * width + left)
    let to = out + usize(done)
    for (let plane = 0; plane < planes; plane++) {
      let lower = rowAt(at + usize(width), here, next, fx)
      let seen = mix(rowAt(at, here, next, fx), lower, fy)
      // Where the way leaves the row: what lies on the rows below.
      for (let row = 1; row <= span; row++) {
        const upper = lower
        lower = rowAt(at + usize((row + 1) * width), here, next, fx)
        seen = v128.bitselect(mix(upper, lower, fy), seen, i16x8.eq(rows, i16x8.splat(i16(row))))
      }
      if (isDissolved) seen = mix(v128.load_ext<u8>(to), seen, weights)
      v128.store_lane<i64>(to, i8x16.narrow_i16x8_u(seen, seen), 0)
      at += stride
      to += stride
    }
    x += xStep << 3
    y += yStep << 3
    share += shareStep << 3
  }
}

/** How far each of eight neighbours is along a step, in 1/256. */
function lanesOf(step: i32): v128 {
  const lower = i32x4.mul(i32x4.splat(step), i32x4(0, 1, 2, 3))
  const upper = i32x4.add(lower, i32x4.splat(step << 2))
  return i16x8.narrow_i32x4_s(i32x4.shr_s(lower, 8), i32x4.shr_s(upper, 8))
}

function held(position: i32, most: i32): i32 {
  return max(0, min(most, position))
}

/** Positions held at the border of the picture. Far outside is as good as outside, and does not overflow. */
function heldLanes(start: i32, lanes: v128, most: i32): v128 {
  const positions = i16x8.add_sat_s(i16x8.splat(i16(max(-16384, min(16384, start)))), lanes)
  return i16x8.max_s(i16x8.splat(0), i16x8.min_s(positions, i16x8.splat(i16(min(16384, most)))))
}

/** Of 256, as `mix` wants them. */
function weightsOf(shares: v128): v128 {
  return i16x8.shl(shares, 7)
}

/** a + (b - a) × weight, rounded. */
function mix(a: v128, b: v128, weights: v128): v128 {
  const difference = i16x8.sub(b, a)
  // What the relaxed one leaves to the host is -32768 × -32768; differences are small.
  const share = ASC_FEATURE_RELAXED_SIMD
    ? i16x8.relaxed_q15mulr_s(difference, weights)
    : i16x8.q15mulr_sat_s(difference, weights)
  return i16x8.add(a, share)
}

/** Eight places of one row, each between its two pixels. */
function rowAt(at: usize, here: v128, next: v128, fx: v128): v128 {
  const bytes = v128.load(at)
  return mix(picked(bytes, here), picked(bytes, next), fx)
}

/** The bytes at these places, 0 to 15; zero where the place is 255, which is the same in every host. */
function picked(bytes: v128, places: v128): v128 {
  return ASC_FEATURE_RELAXED_SIMD ? i8x16.relaxed_swizzle(bytes, places) : i8x16.swizzle(bytes, places)
}

/** The same for a picture that is shrunk so much that eight neighbours lie far apart. */
function bendOneByOne(
  out: usize,
  source: usize,
  width: i32,
  height: i32,
  planes: i32,
  stride: usize,
  length: i32,
  x: i32,
  y: i32,
  xStep: i32,
  yStep: i32,
  isDissolved: bool,
  share: i32,
  shareStep: i32,
): void {
  for (let index = 0; index < length; index++) {
    const group = index & ~7
    const lane = index & 7
    const px = held(((x + xStep * group) >> 8) + ((xStep * lane) >> 8), (width - 1) << 8)
    const py = held(((y + yStep * group) >> 8) + ((yStep * lane) >> 8), (height - 1) << 8)
    const weight = ((share + shareStep * group) >> 8) + ((shareStep * lane) >> 8)
    let at = source + usize((py >> 8) * width + (px >> 8))
    let to = out + usize(index)
    for (let plane = 0; plane < planes; plane++) {
      const upper = between(load<u8>(at), load<u8>(at, 1), px & 255)
      const below = at + usize(width)
      const lower = between(load<u8>(below), load<u8>(below, 1), px & 255)
      const seen = between(upper, lower, py & 255)
      store<u8>(to, isDissolved ? between(load<u8>(to), seen, weight) : seen)
      at += stride
      to += stride
    }
  }
}

function between(a: i32, b: i32, weight: i32): i32 {
  return a + (((b - a) * weight + 128) >> 8)
}
