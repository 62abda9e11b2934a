import { defineConfig } from 'vitest/config'
import { nodeProject } from '../scripts/vitest.ts'

export default defineConfig(
  nodeProject('tests', { include: ['**/*.test.ts'], testTimeout: 120_000, hookTimeout: 120_000 }),
)
