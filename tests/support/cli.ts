import { spawn } from 'node:child_process'
import { createServer, type AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { endWithThisProcess } from './left-behind.ts'

const program = fileURLToPath(new URL('../../packages/server/dist/bin/pika-kit.js', import.meta.url))

export interface RunningCli {
  url: string
  pid: number
  /** Ends the process and waits until it is gone. */
  end(signal: 'SIGTERM' | 'SIGKILL'): Promise<number | null>
}

/** Starts the built CLI, as `npm start` does, and waits until it says that it is ready. */
export async function startCli(environment: Readonly<Record<string, string>>): Promise<RunningCli> {
  const child = spawn(process.execPath, [program], {
    env: { ...process.env, LOG_LEVEL: 'warn', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  endWithThisProcess(child)
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve))
  let output = ''
  const url = await new Promise<string>((resolve, reject) => {
    const read = (chunk: Buffer) => {
      output += chunk.toString()
      const found = /GraphQL\s+(http:\/\/\S+)\/graphql/.exec(output)?.[1]
      if (found) resolve(found)
    }
    child.stdout.on('data', read)
    child.stderr.on('data', read)
    void ended.then((code) => reject(new Error(`the CLI ended with ${code} before it was ready:\n${output}`)))
  })
  return {
    url,
    // It has one: it said that it is ready.
    pid: child.pid!,
    async end(signal) {
      child.kill(signal)
      return ended
    },
  }
}

/** Ports that were free a moment ago; the same after a restart. */
export async function freePorts(count: number): Promise<number[]> {
  const servers = await Promise.all(
    Array.from({ length: count }, async () => {
      const server = createServer()
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
      return server
    }),
  )
  const ports = servers.map((server) => (server.address() as AddressInfo).port)
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))))
  return ports
}
