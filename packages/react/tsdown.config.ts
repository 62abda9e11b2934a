import { defineConfig } from 'tsdown'

const common = { dts: true, sourcemap: true, platform: 'browser', fixedExtension: false } as const

export default defineConfig([
  {
    ...common,
    entry: [
      'src/index.ts',
      'src/hooks/index.ts',
      'src/keyframe-timeline/index.ts',
      'src/effect-picker/index.ts',
      'src/video-result/index.ts',
      'src/messages/arabic/index.ts',
      'src/messages/french/index.ts',
      'src/messages/german/index.ts',
      'src/messages/japanese/index.ts',
      'src/messages/spanish/index.ts',
    ],
    // Everything here has state or listens: frameworks with server components take it to the browser.
    banner: { js: "'use client'" },
    // A file each: a bundler drops whole modules that an app does not use.
    unbundle: true,
    plugins: [
      {
        // The address of a worker is a string to this bundler, and has to be one for an app's: it finds the built file there.
        name: 'worker-address',
        // The letters keep their places, so the source map does too.
        transform: (code: string, id: string) =>
          id.endsWith('workerStage.ts')
            ? { code: code.replace('./draft-worker.ts', './draft-worker.js'), map: null }
            : null,
      },
    ],
  },
  {
    // The worker: one file without the directive, of which bundlers warn where they make a worker.
    ...common,
    dts: false,
    clean: false,
    entry: { 'draft-player/draft-worker': 'src/draft-player/draft-worker.ts' },
  },
])
