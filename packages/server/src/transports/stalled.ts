// Connections on which something waits to be sent, and the other side takes none of it. By Node's own idle timeout: it sees
// single bytes go, which a count of whole messages would not, and a slow line that moves is not a dead one.
import type { ServerResponse } from 'node:http'
import type { Socket } from 'node:net'

export interface StallWatch {
  /** Calls `onStalled` each time that the connection has taken nothing for `afterMs`. Forgets it when it closes. */
  add(socket: Socket, onStalled: () => void): void
  close(): void
}

/** How often it looks for connections on which something waits, in each `afterMs`. */
const LOOKS = 4

/**
 * Watches connections that are open for long. A stall is noticed within 2¼ times `afterMs`. The timeout of Node runs only
 * while something waits: kept running, it would be set anew by every write, a tenth of what a delivery costs.
 */
export function createStallWatch(afterMs: number): StallWatch {
  const watched = new Set<Socket>()
  const looking = setInterval(() => {
    for (const socket of watched) {
      const timeout = socket.writableLength > 0 ? afterMs : 0
      if (socket.timeout !== timeout) socket.setTimeout(timeout)
    }
  }, afterMs / LOOKS).unref()
  return {
    add(socket, onStalled) {
      watched.add(socket)
      socket.on('close', () => watched.delete(socket))
      socket.on('timeout', () => {
        if (socket.writableLength === 0) return
        onStalled()
        if (!socket.destroyed) socket.setTimeout(afterMs)
      })
    },
    close: () => clearInterval(looking),
  }
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
