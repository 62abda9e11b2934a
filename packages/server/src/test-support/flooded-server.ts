// A server in a process of its own, whose memory can be measured, and whose provider floods it with log lines when told to.
// Speaks with the test by messages: `{ url }`; 'flood' → `{ told }`; 'memory' → `{ rss }`.
import { setImmediate } from 'node:timers/promises'
import { createTestServer } from '../testing.ts'
import { createStagedGateway } from './staged-gateway.ts'

const BATCHES = 200
const LINES_A_BATCH = 100
const LINE = 'x'.repeat(1_000)

let flood = Promise.withResolvers<void>()
const server = await createTestServer({
  // What is measured is what a subscriber costs for as long as it stays, also on a machine that is slow today.
  limits: { pingEveryMs: 300_000, stalledAfterMs: 300_000 },
  gateway: {
    ...createStagedGateway(),
    async *follow() {
      await flood.promise
      flood = Promise.withResolvers()
      for (let batch = 0; batch < BATCHES; batch++) {
        const logs = Array.from({ length: LINES_A_BATCH }, (_, line) => ({
          timestamp: String(batch * LINES_A_BATCH + line).padStart(8, '0'),
          level: 'INFO',
          message: LINE,
        }))
        yield { status: 'IN_PROGRESS', queuePosition: null, logs }
        // As from a provider: in between, the process reads and writes what else there is.
        await setImmediate()
      }
      yield { status: 'FINISHED', queuePosition: null, logs: [] }
    },
  },
})

process.on('message', (message) => {
  if (message === 'flood') flood.resolve()
  if (message === 'memory') {
    globalThis.gc?.()
    process.send?.({ rss: process.memoryUsage.rss() })
  }
  if (message === 'close') void server.close().then(() => process.disconnect())
})
process.send?.({ url: server.url })
