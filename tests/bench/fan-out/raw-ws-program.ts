// The least that can be done: one string for all, handed to `ws` once for each socket. No GraphQL is executed, and nobody is
// asked what they want; where each watches a generation of its own, each gets a string of its own.
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { WebSocket, WebSocketServer } from 'ws'
import { idOf, stateOf } from './document.ts'
import { serveSide } from './side.ts'

serveSide(async (generations) => {
  const ids = Array.from({ length: generations }, (_, index) => idOf(index))
  const watching = new Map<string, WebSocket[]>(ids.map((id) => [id, []]))
  let watchers = 0
  const server = new WebSocketServer({ port: 0, host: '127.0.0.1', handleProtocols: ([first = '']) => first })
  await once(server, 'listening')
  server.on('connection', (socket) => {
    socket.on('message', (data: Buffer) => {
      const message = JSON.parse(data.toString()) as { type: string; payload?: { variables: { id: string } } }
      if (message.type === 'connection_init') socket.send('{"type":"connection_ack"}')
      if (message.type !== 'subscribe') return
      watching.get(message.payload?.variables.id ?? '')?.push(socket)
      watchers++
    })
  })
  return {
    url: `ws://127.0.0.1:${(server.address() as AddressInfo).port}`,
    ids,
    watchers: () => watchers,
    change(change) {
      for (const [id, sockets] of watching) {
        const { __typename, ...state } = stateOf(id, change)
        const text = JSON.stringify({
          id: '00000000-0000-4000-8000-000000000000',
          type: 'next',
          payload: { data: { generationUpdated: state } },
        })
        for (const socket of sockets) if (socket.readyState === WebSocket.OPEN) socket.send(text)
      }
    },
  }
})
