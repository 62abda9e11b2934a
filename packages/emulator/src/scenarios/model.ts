import { infrastructureFailure, modelFailure } from '../queue/outcome.ts'
import type { Scenario } from './scenario.ts'

/** Faults of the model and of its runner: the request is accepted, runs, and fails. */
export const modelScenarios = {
  'reject-422': {
    description: 'The model refuses the input after acceptance, with 422 and a detail for the prompt.',
    outcome: () =>
      modelFailure(422, [
        { loc: ['body', 'prompt'], msg: 'The model refused this input', type: 'value_error' },
      ]),
  },
  'content-policy': {
    description: 'The content checker refuses the input: 422 content_policy_violation.',
    outcome: () =>
      modelFailure(422, [
        {
          loc: ['body', 'prompt'],
          msg: 'The content could not be processed because it was flagged by a content checker.',
          type: 'content_policy_violation',
        },
      ]),
  },
  'runner-503': {
    description: 'No runner could be scheduled: 503 runner_scheduling_failure.',
    outcome: () => infrastructureFailure(503, 'runner_scheduling_failure', 'Runner scheduling failure'),
  },
} satisfies Record<string, Scenario>
