import { storybookTest } from '@storybook/addon-vitest/vitest-plugin'
import react from '@vitejs/plugin-react'
import { fileURLToPath } from 'node:url'
import { defineConfig, mergeConfig } from 'vitest/config'
import { browserProject } from '../../scripts/vitest.ts'

/**
 * Each story is a test: it renders, its play function passes, axe finds nothing, nothing moves by itself, and narrow in large
 * text it fits its page.
 */
export default defineConfig(async () =>
  mergeConfig(
    await browserProject('storybook', {
      include: [],
      optimize: [
        'react/jsx-dev-runtime',
        'react-dom/client',
        'urql',
        '@urql/core',
        '@urql/exchange-execute',
        'graphql',
        '@pika-kit/react > media-chrome/react/media-store',
      ],
    }),
    {
      test: { setupFiles: [fileURLToPath(new URL('.storybook/vitest.setup.ts', import.meta.url))] },
      plugins: [
        react(),
        storybookTest({ configDir: `${import.meta.dirname}/.storybook`, storybookScript: 'pnpm storybook' }),
      ],
    },
  ),
)
