import { readJsonObject } from '../http/body.ts'
import { type Exchange, sendJson } from '../http/exchange.ts'
import { HttpError } from '../http/http-error.ts'
import type { Route } from '../http/router.ts'
import { type ScenarioControl, scenarioDescriptions } from './registry.ts'

/** Lists the scenarios, and sets the one for the submissions that follow: `{"scenario": name or null, "times"?: count}`. */
export function scenarioRoutes(control: ScenarioControl): Route[] {
  async function set(exchange: Exchange): Promise<void> {
    const { scenario = null, times } = await readJsonObject(exchange.request)
    if (scenario !== null && typeof scenario !== 'string') {
      throw new HttpError(400, 'scenario must be a name, or null to end the present one')
    }
    if (times !== undefined && (typeof times !== 'number' || !Number.isInteger(times) || times < 1)) {
      throw new HttpError(400, 'times must be a whole number above 0, or be left out for all that follow')
    }
    try {
      control.set(scenario ?? undefined, times)
    } catch (error) {
      if (error instanceof TypeError) throw new HttpError(400, error.message)
      throw error
    }
    sendJson(exchange, 200, { scenario, times: times ?? null })
  }
  return [
    { methods: ['POST'], pattern: /^\/_emulator\/scenario$/, handle: set },
    {
      methods: ['GET'],
      pattern: /^\/_emulator\/scenarios$/,
      handle: (exchange) => sendJson(exchange, 200, scenarioDescriptions),
    },
  ]
}
