// A process of its own: a server that kills itself where it is told to. Its observer is the public one; the product has
// no switch for this. It prints its address.
import { join } from 'node:path'
import { createPikaServer } from '@pika-kit/server'
import { programOptions } from './program.ts'
import type { ServerOptions } from './server.ts'

const { port, falUrl, directory, hasArchive = false, death } = programOptions() as ServerOptions
let passings = 0

const server = await createPikaServer({
  fal: { key: 'chaos', baseUrl: falUrl },
  database: { directory },
  archive: hasArchive ? { directory: join(directory, 'archive') } : null,
  webhooks: { publicUrl: `http://127.0.0.1:${port}` },
  limits: { activeGenerations: 1_000 },
  timing: {
    sweep: 500,
    firstPoll: 50,
    longestPoll: 500,
    confirmAfter: 200,
    longestConfirm: 500,
    // The emulator's list shows a request at once; fal's may not, hence the long default.
    absentAfter: 1_500,
  },
  observer: {
    note: () => {},
    passed(step) {
      if (step === death?.step && ++passings === death.passing) process.kill(process.pid, 'SIGKILL')
    },
  },
})
const { url } = await server.listen(port)
process.stdout.write(`${url}\n`)

process.once('SIGTERM', () => {
  void server.close().then(() => process.exit(0))
})
