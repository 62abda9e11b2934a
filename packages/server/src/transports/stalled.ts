// Connections on which something waits to be sent, and the other side takes none of it. By Node's own idle timeout: it sees
// single bytes go, which a count of whole messages would not, and a slow line that moves is not a dead one.
import type { ServerResponse } from 'node:http'
import type { Socket } from 'node:net'

/** Calls `onStalled` when nothing was taken for `afterMs` (noticed within twice that), and again after as much. */
export function whenStalled(socket: Socket, afterMs: number, onStalled: () => void): void {
  socket.setTimeout(afterMs)
  // Also told of a connection on which there is nothing to do: that one may stay.
  socket.on('timeout', () => {
    if (socket.writableLength === 0) return
    onStalled()
    if (!socket.destroyed) socket.setTimeout(afterMs)
  })
}

/** The same for one response over HTTP, noticed within three times `afterMs`. */
export function whenResponseStalls(response: ServerResponse, afterMs: number, onStalled: () => void): void {
  // The adapter turns the timeout off when it begins to send: a response that is still open then gets it back.
  const rearm = setInterval(() => {
    if (response.socket && response.socket.timeout !== afterMs) response.setTimeout(afterMs)
  }, afterMs).unref()
  // Without a listener of the response, Node itself would cut the connection, also one that is well.
  response.on('timeout', (socket: Socket) => {
    if (socket.writableLength > 0) onStalled()
  })
  response.on('close', () => clearInterval(rearm))
}
