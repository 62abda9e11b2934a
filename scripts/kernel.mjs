// Compiles the pixel kernel of packages/preview from AssemblyScript to the module that carries it. Part of generate.mjs.
import { fileURLToPath } from 'node:url'

const preview = new URL('../packages/preview/', import.meta.url)

/** The text of src/toolkit/warp-kernel-code.ts. Throws with the compiler's messages. */
export async function compileKernel() {
  return `// Generated from kernel/ by "npm run generate": WebAssembly in base64.
export const WARP_KERNEL_CODE =
  '${await compile(['simd'])}'

export const RELAXED_WARP_KERNEL_CODE =
  '${await compile(['simd', 'relaxed-simd'])}'
`
}

/** @param {string[]} features */
async function compile(features) {
  const { default: asc } = await import(new URL('node_modules/assemblyscript/dist/asc.js', preview).href)
  /** @type {Uint8Array | undefined} */
  let code
  const { error, stderr } = await asc.main(
    [
      'warp.ts',
      'yuv.ts',
      '-O3',
      '--runtime',
      'stub',
      ...features.flatMap((feature) => ['--enable', feature]),
      '--noAssert',
      '--outFile',
      'kernel.wasm',
      '--baseDir',
      fileURLToPath(new URL('kernel/', preview)),
    ],
    { writeFile: (/** @type {string} */ _, /** @type {Uint8Array} */ bytes) => void (code = bytes) },
  )
  if (error || !code) throw new Error(`kernel/ does not compile:\n${stderr}`)
  return Buffer.from(code).toString('base64')
}
