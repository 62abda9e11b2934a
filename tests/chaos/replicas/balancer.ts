// What stands before replicas: passes each connection on to one of those that are ready, as a load balancer of the fourth
// layer does. Nothing is sticky.
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'

export interface Balancer {
  url: string
  close(): Promise<void>
}

/** Often enough that a draining replica gets nothing new. */
const ASK_EVERY_MS = 100

/** Opens it before servers on these ports of this machine. */
export async function openBalancer(ports: readonly number[]): Promise<Balancer> {
  const ready = new Set<number>()
  const sockets = new Set<Socket>()
  const closing = new AbortController()
  let turn = 0

  const passOn = (client: Socket, tried = 0) => {
    const able = ports.filter((port) => ready.has(port))
    const port = able[turn++ % able.length]
    // Nobody can take it: that is what its client is told.
    if (port === undefined || tried > ports.length) return void client.destroy()
    const server = connect(port, '127.0.0.1')
    sockets.add(server)
    server.once('close', () => sockets.delete(server))
    server.once('connect', () => {
      client.pipe(server).pipe(client)
      client.once('close', () => server.destroy())
      server.once('close', () => client.destroy())
      server.on('error', () => client.destroy())
    })
    server.once('error', () => {
      ready.delete(port)
      if (server.connecting || server.bytesRead === 0) passOn(client, tried + 1)
    })
  }

  const ask = async () => {
    while (!closing.signal.aborted) {
      await Promise.all(
        ports.map(async (port) => {
          const answer = await fetch(`http://127.0.0.1:${port}/ready`).catch(() => null)
          await answer?.arrayBuffer().catch(() => undefined)
          if (answer?.ok) ready.add(port)
          else ready.delete(port)
        }),
      )
      await sleep(ASK_EVERY_MS, undefined, { signal: closing.signal }).catch(() => undefined)
    }
  }

  const server = createServer({ pauseOnConnect: true }, (client) => {
    sockets.add(client)
    client.once('close', () => sockets.delete(client))
    client.on('error', () => client.destroy())
    passOn(client)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const asking = ask()
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async close() {
      closing.abort()
      server.close()
      for (const socket of sockets) socket.destroy()
      await asking
    },
  }
}
