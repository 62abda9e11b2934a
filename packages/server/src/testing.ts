import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createPikaServer, type PikaServer, type PikaServerOptions } from './create-server.ts'

export { type OpenStore, openStore } from './store/open-store.ts'

export interface TestServer extends PikaServer {
  /** `http://127.0.0.1:…` */
  url: string
  /** The folder of its embedded store, gone after `close`. */
  directory: string
}

/** A real server on a free port with a store of its own. Say where fal is, or pass a `gateway` and a `storage`. */
export async function createTestServer(options: Partial<PikaServerOptions> = {}): Promise<TestServer> {
  const directory = await mkdtemp(join(tmpdir(), 'pika-kit-'))
  const server = await createPikaServer({ fal: { key: 'test' }, database: { directory }, ...options })
  const { url } = await server.listen(0)
  return {
    ...server,
    url,
    directory,
    async close() {
      await server.close()
      await rm(directory, { recursive: true, force: true })
    },
  }
}
