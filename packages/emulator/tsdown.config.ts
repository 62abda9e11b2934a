import { defineConfig } from 'tsdown'

export default defineConfig([
  {
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
  },
  {
    // The control page: one script for the browser, with what it is made of beside it.
    entry: { 'page/page': 'src/page/page.ts' },
    dts: false,
    platform: 'browser',
    fixedExtension: false,
    copy: ['html', 'css', 'svg'].map((type) => ({ from: `src/page/*.${type}`, to: 'dist/page' })),
  },
])
