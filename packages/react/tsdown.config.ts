import { defineConfig } from 'tsdown'

export default defineConfig({
  entry: [
    'src/index.ts',
    'src/hooks/index.ts',
    'src/keyframe-timeline/index.ts',
    'src/effect-picker/index.ts',
    'src/video-result/index.ts',
  ],
  dts: true,
  sourcemap: true,
  platform: 'browser',
  fixedExtension: false,
})
