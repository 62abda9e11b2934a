// The kernel of kernel/, run as WebAssembly: what toolkit/warp.ts does, some five times as fast, on planes of bytes.
import type { DraftPixels } from '../canvas.ts'
import type { Bend } from './warp.ts'
import { RELAXED_WARP_KERNEL_CODE, WARP_KERNEL_CODE } from './warp-kernel-code.ts'

/** A picture in the kernel's memory: some planes of a byte a pixel. */
export interface KeptPlanes {
  readonly width: number
  readonly height: number
  readonly planes: number
  /** Bytes from one plane to the next. */
  readonly stride: number
  readonly address: number
}

/** One instance with a memory of its own, which is gone with it. */
export interface WarpKernel {
  /** Makes room for a picture. */
  reserve(width: number, height: number, planes: number): KeptPlanes
  /** A plane's pixels, row by row. Not to be held on to: it is void after the next `reserve`. */
  plane(picture: KeptPlanes, index: number): Uint8Array
  /** What `warp` of warp.ts does, for each plane. `scale` is the planes' width as a share of the frame's that the bend is made for. */
  warp(target: KeptPlanes, first: KeptPlanes, second: KeptPlanes, bend: Bend, scale?: number): void
  /** Three planes as opaque pixels of four channels. */
  interleave(words: Int32Array, picture: KeptPlanes): void
  /** Converts an opaque picture of an even width and height to one plane of brightness, and two of half the size (toolkit/yuv.ts). */
  writeYuv(luma: KeptPlanes, chroma: KeptPlanes, pixels: DraftPixels): void
}

const PAGE = 65_536
/** The kernel writes rows in eights, and reads sixteen bytes at once from the row below the last. */
const AFTER_PLANE = 8
const AFTER_PICTURE = 16
/** The kernel interleaves sixteen pixels of four bytes at once. */
const AFTER_WORDS = 60
/** Rows that are converted at once. Even. */
const YUV_ROWS = 32

const CODES = { relaxed: RELAXED_WARP_KERNEL_CODE, plain: WARP_KERNEL_CODE }
/** With and without relaxed SIMD, which not every browser has. Both give the same bits. */
export type WarpKernelKind = keyof typeof CODES

/** The fastest that the host can run, or one kind. Undefined where it has no WebAssembly, or a policy of the page forbids it. */
export function createWarpKernel(kind?: WarpKernelKind): WarpKernel | undefined {
  const code = kind ? compiled(kind) : fastest()
  return code && instanceOf(code)
}

/** Whether `createWarpKernel` gives one. */
export function hasWarpKernel(): boolean {
  return fastest() !== undefined
}

function fastest(): WasmModule | undefined {
  return compiled('relaxed') ?? compiled('plain')
}

const modules = new Map<WarpKernelKind, WasmModule | undefined>()

function compiled(kind: WarpKernelKind): WasmModule | undefined {
  if (!modules.has(kind)) modules.set(kind, compile(CODES[kind]))
  return modules.get(kind)
}

function compile(code: string): WasmModule | undefined {
  try {
    // Some hundred lines: compiled at once, in a millisecond, so that no frame waits for a promise.
    return new WebAssembly.Module(bytesOf(code))
  } catch {
    // A ReferenceError without WebAssembly, a CompileError without its SIMD or under a Content-Security-Policy.
    return undefined
  }
}

function instanceOf(code: WasmModule): WarpKernel {
  const { memory, warp, interleave, yuv } = new WebAssembly.Instance(code).exports
  let end = 16
  let bendRoom = { address: 0, nodes: 0 }
  let wordRoom = { address: 0, count: 0 }

  function allocate(bytes: number): number {
    const address = end
    end += Math.ceil(bytes / 16) * 16
    const missing = end - memory.buffer.byteLength
    if (missing > 0) memory.grow(Math.ceil(missing / PAGE))
    return address
  }

  /** Where so many pixels of four channels lie, until the next call. */
  function roomFor(pixels: number): number {
    if (wordRoom.count < pixels) wordRoom = { address: allocate(pixels * 4 + AFTER_WORDS), count: pixels }
    return wordRoom.address
  }

  /** Where the kernel finds the nodes, and after them the shares. */
  function addressOf({ shifts, shares }: Bend, scale: number): { shifts: number; shares: number } {
    const nodes = shares.length
    if (bendRoom.nodes < nodes) bendRoom = { address: allocate(nodes * 20), nodes }
    const address = { shifts: bendRoom.address, shares: bendRoom.address + nodes * 16 }
    const target = new Float32Array(memory.buffer, address.shifts, nodes * 5)
    for (let index = 0; index < shifts.length; index++) target[index] = (shifts[index] as number) * scale
    target.set(shares, shifts.length)
    return address
  }

  return {
    reserve(width, height, planes) {
      const stride = width * height + AFTER_PLANE
      return { width, height, planes, stride, address: allocate(stride * planes + width + AFTER_PICTURE) }
    },
    plane({ width, height, stride, address }, index) {
      return new Uint8Array(memory.buffer, address + index * stride, width * height)
    },
    warp(target, first, second, bend, scale = 1) {
      const { width, height, planes, stride } = target
      const nodes = addressOf(bend, scale)
      warp(
        target.address,
        first.address,
        second.address,
        width,
        height,
        planes,
        stride,
        nodes.shifts,
        nodes.shares,
        bend.columns,
        bend.rows,
      )
    },
    interleave(words, { width, height, stride, address }) {
      const count = width * height
      const room = roomFor(count)
      interleave(room, address, stride, count)
      words.set(new Int32Array(memory.buffer, room, count))
    },
    writeYuv(luma, chroma, { width, height, data }) {
      const room = roomFor(width * YUV_ROWS)
      for (let row = 0; row < height; row += YUV_ROWS) {
        const rows = Math.min(YUV_ROWS, height - row)
        const strip = data.subarray(row * width * 4, (row + rows) * width * 4)
        new Uint8Array(memory.buffer, room, strip.length).set(strip)
        const u = chroma.address + (row / 2) * chroma.width
        yuv(luma.address + row * width, u, u + chroma.stride, room, width, rows)
      }
    },
  }
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

/** Decodes base64, which no global does in every host. */
function bytesOf(base64: string): Uint8Array {
  const text = base64.replace(/=+$/, '')
  const bytes = new Uint8Array((text.length * 3) >> 2)
  let bits = 0
  for (let index = 0, at = 0; index < text.length; index++) {
    bits = (bits << 6) | ALPHABET.indexOf(text.charAt(index))
    if (index % 4 !== 0) bytes[at++] = bits >> (6 - 2 * (index % 4))
  }
  return bytes
}

// The little of WebAssembly that is used here: hosts have it, and neither the DOM's types nor Node's are read in this package.
interface WasmModule {
  readonly kind?: 'module'
}
declare const WebAssembly: {
  Module: new (bytes: Uint8Array) => WasmModule
  Instance: new (code: WasmModule) => { readonly exports: KernelExports }
}
interface KernelExports {
  readonly memory: { readonly buffer: ArrayBuffer; grow(pages: number): number }
  /** The parameters of kernel/warp.ts. */
  warp(...parameters: number[]): void
  interleave(target: number, planes: number, stride: number, count: number): void
  /** The parameters of kernel/yuv.ts. */
  yuv(y: number, u: number, v: number, pixels: number, width: number, rows: number): void
}
