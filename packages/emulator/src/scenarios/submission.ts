import type { Scenario } from './scenario.ts'

/** Faults between a submission and its reply. */
export const submissionScenarios = {
  'lose-submit-reply': {
    description: 'The request is accepted and will run, but the connection drops before the reply.',
    faults: [{ at: 'submit', step: 'after-accept', with: 'cut', times: 1 }],
  },
  'rate-limit': {
    description: 'The submission is refused with 429; nothing is accepted.',
    faults: [{ at: 'submit', step: 'before-accept', with: 'status:429', times: 1 }],
  },
} satisfies Record<string, Scenario>
