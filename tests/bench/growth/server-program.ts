// This server in a process of its own, as it comes, but for the limit of unfinished generations.
import { createPikaServer, type PikaServerOptions } from '@pika-kit/server'
import { answerCalls, type Calls, cpuMicroseconds } from '../process/calls.ts'

export interface Usage {
  cpuMicroseconds: number
  /** Of the process, after a collection of garbage. */
  residentBytes: number
  heapBytes: number
}

export interface ServerCalls extends Calls {
  /** Answers its address. */
  start(options: { falUrl: string; database: PikaServerOptions['database'] }): Promise<string>
  usage(): Usage
  /** Dies without a warning. */
  die(): void
}

answerCalls({
  async start({ falUrl, database }) {
    const server = await createPikaServer({
      fal: { key: 'bench', baseUrl: falUrl },
      database,
      limits: { activeGenerations: 1_000_000 },
      // What one viewer asks for is stored one after the other; many do not wait for each other.
      authenticate: ({ headers }) => ({ id: headers.get('x-viewer') ?? 'local' }),
    })
    const { url } = await server.listen(0)
    return url
  },
  usage() {
    globalThis.gc?.()
    const { heapUsed, external, rss } = process.memoryUsage()
    return { cpuMicroseconds: cpuMicroseconds(), residentBytes: rss, heapBytes: heapUsed + external }
  },
  die: () => void process.kill(process.pid, 'SIGKILL'),
} satisfies ServerCalls)
