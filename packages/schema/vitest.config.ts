import { defineConfig } from 'vitest/config'
import { nodeProject } from '../../scripts/vitest.ts'

export default defineConfig(nodeProject('schema'))
