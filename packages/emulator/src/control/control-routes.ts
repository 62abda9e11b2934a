import { readJsonObject } from '../http/body.ts'
import { type Exchange, sendJson } from '../http/exchange.ts'
import { HttpError } from '../http/http-error.ts'
import type { Route } from '../http/router.ts'
import { ledgerEntry } from '../queue/ledger.ts'
import type { Queue } from '../queue/queue.ts'
import { type ScenarioControl, scenarioDescriptions } from '../scenarios/registry.ts'

/** What the emulator has beside fal: the ledger of what it accepted, and the switch for its faults. No key is needed. */
export function controlRoutes(queue: Queue, scenarios: ScenarioControl): Route[] {
  async function chooseScenario(exchange: Exchange): Promise<void> {
    const { scenario = null, times } = await readJsonObject(exchange.request)
    if (scenario !== null && typeof scenario !== 'string') {
      throw new HttpError(400, 'scenario must be a name, or null for none')
    }
    if (times !== undefined && !(Number.isInteger(times) && Number(times) > 0)) {
      throw new HttpError(
        400,
        'times must be a whole number above 0; left out, every submission gets the scenario',
      )
    }
    try {
      scenarios.set(scenario ?? undefined, times === undefined ? undefined : Number(times))
    } catch (error) {
      if (error instanceof TypeError) throw new HttpError(400, error.message)
      throw error
    }
    sendJson(exchange, 200, { scenario, times: times ?? null })
  }

  return [
    {
      methods: ['GET'],
      pattern: /^\/_emulator\/requests\/?$/,
      handle: (exchange) => sendJson(exchange, 200, queue.list().map(ledgerEntry)),
    },
    {
      methods: ['GET'],
      pattern: /^\/_emulator\/scenarios\/?$/,
      handle: (exchange) => sendJson(exchange, 200, scenarioDescriptions),
    },
    { methods: ['POST'], pattern: /^\/_emulator\/scenario\/?$/, handle: chooseScenario },
  ]
}
