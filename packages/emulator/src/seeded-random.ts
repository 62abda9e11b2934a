/** A number in [0, 1) from two integers, by a 32-bit mix (the "lowbias" family of integer hashes). */
export function seededRandom(seed: number, index: number): number {
  let bits = (Math.imul(seed, 0x9e3779b1) ^ (index + 1)) >>> 0
  bits = Math.imul(bits ^ (bits >>> 16), 0x7feb352d) >>> 0
  bits = Math.imul(bits ^ (bits >>> 15), 0x846ca68b) >>> 0
  return ((bits ^ (bits >>> 16)) >>> 0) / 2 ** 32
}
