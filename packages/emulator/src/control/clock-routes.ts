import { readJsonObject } from '../http/body.ts'
import { type Exchange, sendJson } from '../http/exchange.ts'
import { HttpError } from '../http/http-error.ts'
import type { Route } from '../http/router.ts'
import type { VirtualClock } from '../virtual-clock.ts'

/** Reads the emulator's clock, and moves it forward. No key is needed. */
export function clockRoutes(clock: VirtualClock): Route[] {
  function show(exchange: Exchange): void {
    // The wall clock's instant: a jump does not move it.
    sendJson(exchange, 200, { now: new Date(clock.now() / 1000).toISOString(), advanced: clock.advanced })
  }

  async function advance(exchange: Exchange): Promise<void> {
    const { advance: seconds } = await readJsonObject(exchange.request)
    if (typeof seconds !== 'number' || !(seconds > 0)) {
      throw new HttpError(400, 'advance must be a number of seconds above 0')
    }
    await clock.advance(seconds)
    show(exchange)
  }

  return [
    { methods: ['GET'], pattern: /^\/_emulator\/clock\/?$/, handle: show },
    { methods: ['POST'], pattern: /^\/_emulator\/clock\/?$/, handle: advance },
  ]
}
