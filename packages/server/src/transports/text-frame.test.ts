import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import { WebSocket, WebSocketServer } from 'ws'
import { bytesOf, textFrame } from './text-frame.ts'

test('a client reads what is framed here, at each length of the head, between the frames of ws', async () => {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const sockets = new WebSocketServer({ server, perMessageDeflate: false })
  const texts = [0, 1, 125, 126, 65_535, 65_536, 200_000].map((length) =>
    'ü'.repeat(length / 2).padEnd(length / 2 + (length % 2), 'x'),
  )
  sockets.on('connection', (webSocket, request) => {
    for (const text of texts) {
      request.socket.write(textFrame(bytesOf(text.slice(0, 3)) + bytesOf(text.slice(3))), 'latin1')
      webSocket.send('between')
    }
  })
  const client = new WebSocket(`ws://127.0.0.1:${(server.address() as AddressInfo).port}`)
  const read: string[] = []
  await new Promise<void>((resolve) =>
    client.on('message', (message: Buffer) => {
      read.push(message.toString())
      if (read.length === texts.length * 2) resolve()
    }),
  )
  expect(read).toEqual(texts.flatMap((text) => [text, 'between']))
  client.terminate()
  sockets.close()
  server.close()
  server.closeAllConnections()
})
