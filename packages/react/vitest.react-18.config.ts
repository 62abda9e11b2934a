// The same tests on React 18, the oldest that is supported. Everything that imports React gets this one, urql included.
import { defineConfig, mergeConfig } from 'vitest/config'
import current from './vitest.config.ts'

const react18 = ['react', 'react-dom'].map((name) => ({
  find: new RegExp(`^${name}(?=/|$)`),
  replacement: `${name}-18`,
}))

export default defineConfig(
  mergeConfig(current, {
    cacheDir: 'node_modules/.vite-react-18',
    resolve: { alias: react18 },
    test: { name: 'react-18' },
  }),
)
