import type { IncomingMessage } from 'node:http'
import { CloseCode, type Server } from 'graphql-ws'
import type { WebSocket } from 'ws'

/** What the protocol's callbacks know of a connection. */
export interface ConnectionExtra {
  socket: WebSocket
  request: IncomingMessage
}

/**
 * Lets graphql-ws speak on one WebSocket. Unlike the library's own adapter it prints nothing: a client that is cut in the
 * middle of a message is no news, and what is a fault of ours goes to whoever runs the server.
 */
export function speakProtocol(
  server: Server<ConnectionExtra>,
  extra: ConnectionExtra,
  onUnexpectedError: (error: unknown) => void,
): void {
  const { socket } = extra
  const closed = server.opened(
    {
      protocol: socket.protocol,
      // A message that could not be sent is known by the end of the connection, which is told below.
      send: (text) =>
        new Promise((resolve) => {
          if (socket.readyState === socket.OPEN) socket.send(text, () => resolve())
          else resolve()
        }),
      close: (code, reason) => socket.close(code, reason),
      onMessage: (handle) =>
        socket.on('message', (message: Buffer) => {
          handle(message.toString()).catch((error: unknown) => {
            onUnexpectedError(error)
            socket.close(CloseCode.InternalServerError, 'Internal server error')
          })
        }),
    },
    extra,
  )
  // What breaks the rules of WebSocket is answered by `ws`, which then closes.
  socket.on('error', () => {})
  socket.once('close', (code, reason) => {
    Promise.resolve(closed(code, reason.toString())).catch(onUnexpectedError)
  })
}

/** Pings each connection, and cuts one that has not answered when the next ping is due. Answers how to stop. */
export function keepAlive(sockets: ReadonlySet<WebSocket>, everyMs: number): () => void {
  const asked = new WeakSet<WebSocket>()
  const pinging = setInterval(() => {
    for (const socket of sockets) {
      if (socket.readyState !== socket.OPEN) continue
      if (asked.has(socket)) {
        socket.terminate()
        continue
      }
      asked.add(socket)
      socket.once('pong', () => asked.delete(socket))
      socket.ping()
    }
  }, everyMs)
  return () => clearInterval(pinging)
}
