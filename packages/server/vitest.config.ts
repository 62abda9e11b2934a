import { defineConfig } from 'vitest/config'
import { nodeProject } from '../../scripts/vitest.ts'

export default defineConfig(nodeProject('server', { testTimeout: 30_000 }))
