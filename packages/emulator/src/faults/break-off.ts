import type { ServerResponse } from 'node:http'
import type { PlayedFault } from './fault-control.ts'

/**
 * Lets a response through as far as the fault says: the headers whole, then that many bytes of the body, or its first write (an
 * event of a stream is one). Then the connection is closed in the middle, or everything behind is swallowed.
 */
export function breakOff(response: ServerResponse, fault: PlayedFault): void {
  const write = response.write.bind(response)
  let left = fault.afterBytes ?? Number.POSITIVE_INFINITY
  let isBroken = false

  function strike(): void {
    isBroken = true
    // Not destroy: what was written must arrive first.
    if (fault.with === 'cut') response.socket?.destroySoon()
  }

  function pass(chunk: string | Uint8Array | null | undefined): boolean {
    if (isBroken) return true
    response.flushHeaders()
    const bytes = Buffer.from(chunk ?? '')
    const part = bytes.subarray(0, left)
    left -= part.length
    const hasRoom = part.length === 0 || write(part)
    if (left === 0 || fault.step === 'after-first-event') strike()
    return hasRoom || isBroken
  }

  response.write = ((chunk: string | Uint8Array) => pass(chunk)) as typeof response.write
  response.end = ((chunk?: string | Uint8Array | null) => {
    pass(chunk)
    if (!isBroken) strike()
    return response
  }) as typeof response.end
}
