import { faultPoints } from '../faults/fault.ts'
import type { FaultControl } from '../faults/fault-control.ts'
import { readJsonObject } from '../http/body.ts'
import { type Exchange, sendJson } from '../http/exchange.ts'
import { HttpError } from '../http/http-error.ts'
import type { Route } from '../http/router.ts'

/** Arms faults, shows which wait and which were played, and disarms them. No key is needed. */
export function faultRoutes(faults: FaultControl): Route[] {
  async function inject(exchange: Exchange): Promise<void> {
    const { times, ...fault } = await readJsonObject(exchange.request)
    try {
      sendJson(exchange, 200, faults.inject(fault, times))
    } catch (error) {
      if (error instanceof TypeError) throw new HttpError(400, error.message)
      throw error
    }
  }

  function show(exchange: Exchange): void {
    const { waiting, played } = faults
    sendJson(exchange, 200, { points: faultPoints, waiting, played })
  }

  const pattern = /^\/_emulator\/faults?\/?$/
  return [
    { methods: ['POST'], pattern, handle: inject },
    { methods: ['GET'], pattern, handle: show },
    {
      methods: ['DELETE'],
      pattern,
      handle(exchange) {
        faults.clear()
        show(exchange)
      },
    },
  ]
}
