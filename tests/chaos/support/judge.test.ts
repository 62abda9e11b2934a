import type { LedgerEntry } from '@pika-kit/emulator'
import { expect, test } from 'vitest'
import { NO_FAULT, requestOf } from './fate.ts'
import { type Ending, judge } from './judge.ts'

const { number, fate, body } = requestOf(3, NO_FAULT)
const completed: Ending = { number, fate, status: 'COMPLETED', requestId: 'a', code: null, asked: 1 }
const entry = (request_id: string): LedgerEntry => ({
  request_id,
  endpoint_id: 'any',
  input: body,
  status: 'COMPLETED',
  submitted_at: '',
  webhook_url: null,
})

test.each([
  ['a video that was paid once', completed, ['a'], { completed: 1, findings: [] }],
  ['one that was paid twice', completed, ['a', 'b'], { paidTwice: 1 }],
  ['one that nobody submitted', completed, [], { wrong: 1 }],
  ['one of another request', { ...completed, requestId: 'b' }, ['a'], { wrong: 1 }],
  ['a generation that never ended', { ...completed, status: 'UNCONFIRMED' }, ['a'], { notFinal: 1 }],
  ['a generation that is gone', { ...completed, status: 'gone' }, ['a'], { lost: 1 }],
  ['a paid one that failed', { ...completed, status: 'FAILED', code: 'TIMEOUT' }, ['a'], { lost: 1 }],
  ['an unpaid one that failed', { ...completed, status: 'FAILED', code: 'TIMEOUT' }, [], { wrong: 1 }],
  [
    'one given up though accepted',
    { ...completed, status: 'FAILED', code: 'SUBMISSION_LOST' },
    ['a'],
    { lost: 1 },
  ],
  [
    'one rightly known to be absent',
    { ...completed, status: 'FAILED', code: 'SUBMISSION_LOST' },
    [],
    { provedAbsent: 1, findings: [] },
  ],
  ['a cancel that nobody asked for', { ...completed, status: 'CANCELLED' }, ['a'], { wrong: 1 }],
] as const)('the judge recognizes %s', (_title, ending, requestIds, verdict) => {
  expect(judge([ending], requestIds.map(entry))).toMatchObject(verdict)
})
