import { type IncomingMessage, ServerResponse, STATUS_CODES } from 'node:http'
import { type Exchange, sendJson } from '../http/exchange.ts'
import { breakOff } from './break-off.ts'
import type { PlayedFault } from './fault-control.ts'

/** Answers an exchange by `handle`, or lets the fault strike before it, behind it or in the middle of its answer. */
export async function playFault(
  fault: PlayedFault | undefined,
  exchange: Exchange,
  handle: (exchange: Exchange) => Promise<void> | void,
): Promise<void> {
  if (!fault) return handle(exchange)
  if (fault.step === 'before-accept') {
    await receive(exchange.request, fault.afterBytes)
    return strike(fault, exchange)
  }
  if (fault.afterBytes !== undefined || fault.step === 'after-first-event') {
    breakOff(exchange.response, fault)
    return handle(exchange)
  }
  // A response of its own that leads nowhere: what is to be done is done, and its answer is never seen.
  if (fault.step === 'after-accept') {
    await handle({ ...exchange, response: new ServerResponse(exchange.request) })
  }
  strike(fault, exchange)
}

function strike({ with: kind, request_id: id }: PlayedFault, exchange: Exchange): void {
  if (kind === 'cut') exchange.response.destroy()
  // Silent until the client leaves or the emulator is closed.
  if (kind === 'cut' || kind === 'stall') return
  const status = Number(kind.slice('status:'.length))
  sendJson(
    exchange,
    status,
    { detail: status === 429 ? 'Too many requests in a short time. Try again later.' : STATUS_CODES[status] },
    {
      ...(status === 429 && { 'retry-after': '1', 'x-fal-needs-retry': '1', 'x-fal-retryable': '1' }),
      ...(id !== undefined && { 'x-fal-request-id': id }),
    },
  )
}

/** Reads so many bytes of a body, or all of it, and leaves the connection open. */
async function receive(request: IncomingMessage, bytes = Number.POSITIVE_INFINITY): Promise<void> {
  let left = bytes
  if (left === 0) return
  for await (const chunk of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    left -= chunk.length
    if (left <= 0) return
  }
}
