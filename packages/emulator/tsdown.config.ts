import { defineConfig } from 'tsdown'

export default defineConfig({
  entry: [
    'src/index.ts',
    'src/register.ts',
    'src/bin/pika-emulator.ts',
    'src/render/worker.ts',
    'src/media/shrink-image.ts',
  ],
  dts: true,
  sourcemap: true,
  platform: 'node',
  fixedExtension: false,
})
