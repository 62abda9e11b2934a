import react from '@vitejs/plugin-react'
import type { Plugin } from 'vite'
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
    'fast-check',
    'urql',
    '@urql/core',
    'graphql-ws',
    '@urql/exchange-persisted',
    'gql.tada',
    'media-chrome/react/media-store',
  ],
})

/** A storage that takes files, refuses them, breaks off, or never answers, as the file's name asks. */
const storage: Plugin = {
  name: 'test-storage',
  configureServer({ middlewares }) {
    middlewares.use('/test-storage', (request, response) => {
      if (request.url === '/broken.png') request.destroy()
      request.resume().on('end', () => {
        if (request.url === '/silent.png') return
        const isTaken = request.method === 'PUT' && request.headers['x-ticket'] === 'yes'
        response.statusCode = !isTaken ? 400 : request.url === '/full.png' ? 507 : 200
        response.end()
      })
    })
  },
}

export default defineConfig(
  mergeConfig(browser, {
    plugins: [react(), storage],
    test: { browser: { viewport: { width: 1100, height: 800 } } },
  }),
)
