import { defineConfig } from 'vitest/config'
import { nodeProject } from './vitest.ts'

export default defineConfig(nodeProject('scripts', { include: ['**/*.test.ts'] }))
