import react from '@vitejs/plugin-react'
import { defineConfig, mergeConfig } from 'vitest/config'
import { browserProject } from '../../scripts/vitest.ts'

// What the components do is only true in a browser; the few pure tests go along, since starting it costs the most.
const browser = await browserProject('react', {
  include: ['src/**/*.test.{ts,tsx}'],
  expect: { poll: { timeout: 5_000, interval: 20 } },
  optimize: [
    'react',
    'react-dom',
    'react-dom/client',
    'react/jsx-dev-runtime',
    'vitest-browser-react',
    'axe-core',
    'urql',
    '@urql/core',
    'graphql-ws',
    'gql.tada',
  ],
})

export default defineConfig(
  mergeConfig(browser, { plugins: [react()], test: { browser: { viewport: { width: 1100, height: 800 } } } }),
)
