import type { Scenario } from './scenario.ts'

/** Faults of the queue: the wait is long, or has no end. */
export const waitingScenarios = {
  slow: {
    description:
      'The line ahead takes five times as long, and the runner idles two seconds before each stage.',
    wait: { factor: 5 },
    dawdleSeconds: 2,
  },
  'queue-stuck': {
    description:
      'The request stays at position 0 and never starts, until it is cancelled or its start timeout ends it.',
    wait: 'for-ever',
  },
} satisfies Record<string, Scenario>
