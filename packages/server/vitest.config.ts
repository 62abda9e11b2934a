import { defineConfig } from 'vitest/config'
import { nodeProject } from '../../scripts/vitest.ts'

export default defineConfig(
  nodeProject('server', { testTimeout: 30_000, expect: { poll: { timeout: 15_000, interval: 20 } } }),
)
