import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

export default defineConfig({
  plugins: [react()],
  resolve: { conditions: ['@pika-kit/source', 'module', 'browser'] },
  build: { outDir: 'dist', emptyOutDir: true },
})
