import type { Scenario } from './scenario.ts'

/** Faults between a submission and its reply. */
export const submissionScenarios = {
  'lose-submit-reply': {
    description: 'The request is accepted and will run, but the connection drops before the reply.',
    submission: 'reply-lost',
  },
  'rate-limit': {
    description: 'The submission is refused with 429; nothing is accepted.',
    submission: {
      refuse: {
        status: 429,
        body: { detail: 'Too many requests in a short time. Try again later.' },
        headers: { 'retry-after': '1', 'x-fal-needs-retry': '1', 'x-fal-retryable': '1' },
      },
    },
  },
} satisfies Record<string, Scenario>
