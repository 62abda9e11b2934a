// `npm run dev`: the server of the CLI with Vite in front of its pages, on one port, with hot reload.
import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { createServer } from 'vite'

const port = Number(process.env['PORT'] ?? 4000)
const apiPort = port + 1
const cli = fileURLToPath(new URL('../../../packages/server/src/bin/pika-kit.ts', import.meta.url))
// A process of its own under --watch: a change of the server restarts it, a change of the page does not.
const api = spawn(
  process.execPath,
  ['--conditions=@pika-kit/source', '--watch', '--watch-preserve-output', cli],
  {
    stdio: 'inherit',
    env: { ...process.env, PORT: String(apiPort) },
  },
)

const target = `http://127.0.0.1:${apiPort}`
const vite = await createServer({
  root: fileURLToPath(new URL('..', import.meta.url)),
  server: {
    host: '127.0.0.1',
    port,
    strictPort: true,
    proxy: {
      '/graphql': { target, ws: true },
      '/health': { target },
      '/videos': { target },
      '/webhooks': { target },
    },
  },
})
await vite.listen()
vite.printUrls()

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    api.kill(signal)
    void vite.close().then(() => process.exit(0))
  })
}
