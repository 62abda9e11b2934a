import { HttpError } from '../http/http-error.ts'
import { modelScenarios } from './model.ts'
import { resultScenarios } from './result.ts'
import type { Scenario } from './scenario.ts'
import { submissionScenarios } from './submission.ts'
import { waitingScenarios } from './waiting.ts'

const scenarios = { ...submissionScenarios, ...waitingScenarios, ...modelScenarios, ...resultScenarios }

/** A fault that the emulator can play. */
export type ScenarioName = keyof typeof scenarios

/** Every scenario with its one-line description, for the help text and `GET /_emulator/scenarios`. */
export const scenarioDescriptions: readonly { name: ScenarioName; description: string }[] = Object.entries(
  scenarios,
).map(([name, { description }]) => ({ name: name as ScenarioName, description }))

/** Whether this is the name of a scenario. */
export function isScenarioName(name: string): name is ScenarioName {
  return Object.hasOwn(scenarios, name)
}

/** The sentence for a name that is none, with the names that are. */
export function unknownScenario(name: string): string {
  return `there is no scenario "${name}"; there are: ${Object.keys(scenarios).join(', ')}`
}

/** What a scenario does; a scenario of no name does nothing. */
export function scenarioOf(name: ScenarioName | undefined): Scenario {
  return name === undefined ? { description: 'All goes well.' } : scenarios[name]
}

/** Which scenario the next submission gets, when its own header does not say. */
export interface ScenarioControl {
  /** `undefined` ends the present one. `times` is how many submissions get it; all that follow, when left out. */
  set(name: string | undefined, times?: number): void
  /** What the next submissions get, and how many of them; undefined where all goes well. */
  readonly current: { name: ScenarioName; left: number } | undefined
  /** Takes the scenario for one submission. `requested` is the header's, and goes first. Throws an `HttpError` 400. */
  take(requested: string | undefined): ScenarioName | undefined
}

/** Starts with `initial` for every submission. Throws a `TypeError` when there is no such scenario. */
export function createScenarioControl(initial?: string): ScenarioControl {
  let name: ScenarioName | undefined
  let left = 0
  const control: ScenarioControl = {
    set(wanted, times = Number.POSITIVE_INFINITY) {
      if (wanted !== undefined && !isScenarioName(wanted)) throw new TypeError(unknownScenario(wanted))
      if (!(times > 0)) throw new TypeError(`times is ${times}: give a whole number above 0, or leave it out`)
      name = wanted
      left = times
    },
    get current() {
      return name === undefined || left <= 0 ? undefined : { name, left }
    },
    take(requested) {
      if (requested !== undefined && requested !== '') {
        if (!isScenarioName(requested)) throw new HttpError(400, unknownScenario(requested))
        return requested
      }
      if (name === undefined || left <= 0) return undefined
      left -= 1
      return name
    },
  }
  control.set(initial)
  return control
}
