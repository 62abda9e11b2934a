import { defineConfig } from 'vitest/config'
import { nodeProject } from '../scripts/vitest.ts'

export default defineConfig(
  nodeProject('tests', {
    include: ['**/*.test.ts'],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // Whole programs on a machine that does much else: what they wait for comes, but not within a second.
    expect: { poll: { timeout: 30_000 } },
  }),
)
