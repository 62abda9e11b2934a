import { defineConfig } from 'tsdown'

export default defineConfig({
  entry: ['src/index.ts'],
  // A file each: a bundler drops whole modules that an app does not use, and keeps the calls of one large one.
  unbundle: true,
  dts: true,
  sourcemap: true,
  platform: 'neutral',
  fixedExtension: false,
})
