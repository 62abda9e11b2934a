import { defineConfig } from 'tsdown'

export default defineConfig({
  entry: ['src/index.ts', 'src/testing.ts', 'src/bin/pika-kit.ts'],
  dts: true,
  sourcemap: true,
  platform: 'node',
  fixedExtension: false,
})
