// Pixels to the planes of a video encoder, as src/toolkit/yuv.ts describes them: the same numbers as its `lumaOf` and `chromaOf`.

/** Converts rows of pixels of four channels: an even number of rows, of an even width. */
export function yuv(y: usize, u: usize, v: usize, pixels: usize, width: i32, rows: i32): void {
  // Two rows of an even width are a multiple of four pixels.
  for (let at = 0; at < width * rows; at += 4) {
    const four = v128.load(pixels + (usize(at) << 2))
    const byte = i32x4.splat(255)
    const red = v128.and(four, byte)
    const green = v128.and(i32x4.shr_u(four, 8), byte)
    const blue = v128.and(i32x4.shr_u(four, 16), byte)
    const sum = i32x4.add(
      i32x4.add(i32x4.mul(red, i32x4.splat(11_966)), i32x4.mul(green, i32x4.splat(40_254))),
      i32x4.add(i32x4.mul(blue, i32x4.splat(4_064)), i32x4.splat((16 << 16) + 0x8000)),
    )
    store<i32>(y + usize(at), bytesOf(i32x4.shr_s(sum, 16)))
  }
  const rowBytes = usize(width) << 2
  const half = width >> 1
  for (let row = 0; row < rows; row += 2) {
    const start = pixels + usize(row) * rowBytes
    const to = usize((row >> 1) * half)
    // The first has nothing to its left: its own pixel stands there too.
    const first = i16x8.add(firstOf(start), firstOf(start + rowBytes))
    write(u + to, v + to, 1, first, first)
    let column = 1
    for (; column + 4 <= half; column += 4) {
      const at = start + (usize(column) << 3)
      const one = sumOf(at, rowBytes)
      const two = sumOf(at + 8, rowBytes)
      const three = sumOf(at + 16, rowBytes)
      const four = sumOf(at + 24, rowBytes)
      write(u + to + usize(column), v + to + usize(column), 4, joined(one, two), joined(three, four))
    }
    for (; column < half; column++) {
      const one = sumOf(start + (usize(column) << 3), rowBytes)
      write(u + to + usize(column), v + to + usize(column), 1, one, one)
    }
  }
}

/** Channel by channel in the lower four lanes: two rows of the pixel before, twice the pixel, the pixel after. */
function sumOf(at: usize, rowBytes: usize): v128 {
  return i16x8.add(rowOf(at), rowOf(at + rowBytes))
}

function rowOf(at: usize): v128 {
  return folded(i16x8.add(v128.load_ext<u8>(at - 4), v128.load_ext<u8>(at)))
}

function firstOf(at: usize): v128 {
  const here = v128.load_ext<u8>(at)
  return folded(i16x8.add(here, v128.shuffle<i64>(here, here, 0, 0)))
}

function folded(pair: v128): v128 {
  return i16x8.add(pair, v128.shuffle<i64>(pair, pair, 1, 1))
}

function joined(a: v128, b: v128): v128 {
  return v128.shuffle<i64>(a, b, 0, 2)
}

/** One or four differences of both colours, of sums of eight colours. */
function write(u: usize, v: usize, count: i32, left: v128, right: v128): void {
  const blue = differences(left, right, i16x8(-6_596, -22_188, 28_784, 0, -6_596, -22_188, 28_784, 0))
  const red = differences(left, right, i16x8(28_784, -26_145, -2_639, 0, 28_784, -26_145, -2_639, 0))
  if (count == 4) {
    store<i32>(u, bytesOf(blue))
    store<i32>(v, bytesOf(red))
  } else {
    store<u8>(u, u8(i32x4.extract_lane(blue, 0)))
    store<u8>(v, u8(i32x4.extract_lane(red, 0)))
  }
}

function differences(left: v128, right: v128, shares: v128): v128 {
  const a = i32x4.dot_i16x8_s(left, shares)
  const b = i32x4.dot_i16x8_s(right, shares)
  const sum = i32x4.add(v128.shuffle<i32>(a, b, 0, 2, 4, 6), v128.shuffle<i32>(a, b, 1, 3, 5, 7))
  return i32x4.add(i32x4.shr_s(i32x4.add(sum, i32x4.splat(1 << 18)), 19), i32x4.splat(128))
}

/** Four numbers up to 255 as bytes. */
function bytesOf(numbers: v128): i32 {
  const words = i16x8.narrow_i32x4_s(numbers, numbers)
  return i32x4.extract_lane(i8x16.narrow_i16x8_u(words, words), 0)
}
