import type { GenerationStep } from '@pika-kit/core'
import { type Fate, NO_FAULT } from '../support/fate.ts'

/** A way that a generation may go, and the steps on it at which the server is killed. */
export interface Way {
  name: string
  fate: Fate
  /** Whether the viewer cancels it once it waits at the provider. */
  isCancelled?: boolean
  /** Whether the server copies videos into a folder of its own. */
  hasArchive?: boolean
  steps: readonly GenerationStep[]
}

/** Each step is on exactly one of them; `steps.test.ts` says so. */
export const WAYS: readonly Way[] = [
  {
    name: 'accepted, followed by its stream',
    fate: { ...NO_FAULT, webhook: 'lost' },
    steps: [
      'intent-checked',
      'intent-stored',
      'submission-due',
      'submission-marked',
      'submission-answered',
      'acceptance-stored',
      'generation-claimed',
    ],
  },
  {
    name: 'followed, and fetched at its end',
    fate: { ...NO_FAULT, webhook: 'lost' },
    steps: [
      'status-received',
      'state-decided',
      'state-stored',
      'state-published',
      'result-due',
      'result-fetched',
      'result-stored',
    ],
  },
  {
    name: 'copied into the archive',
    fate: { ...NO_FAULT, webhook: 'lost' },
    hasArchive: true,
    steps: ['archive-due', 'archive-written', 'archive-stored'],
  },
  {
    name: 'given up, and looked for again',
    fate: { ...NO_FAULT, webhook: 'lost', isResultUnreadable: true },
    steps: ['generation-reopened'],
  },
  {
    name: 'refused at first',
    fate: { ...NO_FAULT, refusals: [429] },
    steps: ['submission-deferred'],
  },
  {
    name: 'accepted, and the reply was lost',
    fate: { ...NO_FAULT, scenario: 'lose-submit-reply', webhook: 'lost' },
    steps: ['submission-unconfirmed', 'request-list-read', 'submission-confirmed'],
  },
  {
    name: 'never arrived, and nobody said so',
    fate: { ...NO_FAULT, refusals: ['cut'] },
    steps: ['submission-refuted'],
  },
  {
    name: 'ended by its webhook',
    fate: { ...NO_FAULT, scenario: 'stream-stalled' },
    steps: ['report-received', 'report-identified', 'report-stored'],
  },
  {
    name: 'cancelled while it waits',
    fate: { ...NO_FAULT, scenario: 'queue-stuck' },
    isCancelled: true,
    steps: ['cancel-stored', 'cancel-passed-on'],
  },
]
