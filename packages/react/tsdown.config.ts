import { defineConfig } from 'tsdown'

export default defineConfig({
  entry: [
    'src/index.ts',
    'src/hooks/index.ts',
    'src/keyframe-timeline/index.ts',
    'src/effect-picker/index.ts',
    'src/video-result/index.ts',
    'src/draft-player/draft-worker.ts',
  ],
  plugins: [
    {
      // The address of a worker is a string to this bundler, and has to be for an app's: it finds the built file there.
      name: 'worker-address',
      transform: (code: string, id: string) =>
        id.endsWith('workerStage.ts') ? code.replace('./draft-worker.ts', './draft-worker.js') : null,
    },
  ],
  // Everything here has state or listens: frameworks with server components take it to the browser.
  banner: { js: "'use client'" },
  // A file each: a bundler drops whole modules that an app does not use.
  unbundle: true,
  dts: true,
  sourcemap: true,
  platform: 'browser',
  fixedExtension: false,
})
