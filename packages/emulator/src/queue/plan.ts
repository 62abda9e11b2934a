import { type ArmedFault, faultOfSubmission } from '../faults/fault-control.ts'
import { type Exchange, headerOf } from '../http/exchange.ts'
import { type ScenarioControl, type ScenarioName, scenarioOf } from '../scenarios/registry.ts'

/** What is to go wrong with a submission and with the request that it makes. */
export interface Plan {
  scenario?: ScenarioName
  /** The header's first, then the scenario's. Its own: they are counted down. */
  faults: ArmedFault[]
}

/** Takes the scenario and the fault of a submission. Throws an `HttpError` 400 when a header names none that there is. */
export function planOf(exchange: Exchange, scenarios: ScenarioControl): Plan {
  const fault = faultOfSubmission(exchange)
  const scenario = scenarios.take(headerOf(exchange, 'x-emulator-scenario'))
  const faults = [...(fault ? [fault] : []), ...(scenarioOf(scenario).faults ?? [])]
  return { ...(scenario && { scenario }), faults: faults.map((each) => ({ ...each })) }
}
