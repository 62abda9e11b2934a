import type { Scenario } from './scenario.ts'

/** Faults on the way from a finished request to its reader. */
export const resultScenarios = {
  'result-504-twice': {
    description: 'The first two fetches of the finished result answer 504, the third is right.',
    faults: [{ at: 'result', with: 'status:504', times: 2 }],
  },
  'stream-cut': {
    description: 'The first three status streams break off after their first event.',
    faults: [{ at: 'stream', step: 'after-first-event', with: 'cut', times: 3 }],
  },
  'stream-stalled': {
    description:
      'The first status stream goes silent after its first event, without a ping, and never closes.',
    faults: [{ at: 'stream', step: 'after-first-event', with: 'stall', times: 1 }],
  },
  'webhook-lost': { description: 'The webhook is never sent.', webhook: 'lost' },
  'webhook-duplicate': { description: 'The webhook is delivered twice.', webhook: 'twice' },
  'webhook-out-of-order': {
    description: 'The webhook arrives two seconds before the status says COMPLETED.',
    webhook: 'before-status',
  },
} satisfies Record<string, Scenario>
