import { expect, test } from 'vitest'
import { sampleGeneration } from '../testing/sample-generation.ts'
import { etaOf, type RunTime, settingsOf } from './eta.ts'

const run = (runMs: number, settings = '720p 5', queueMs = 1_000): RunTime => ({
  operationId: 'TEXT_TO_VIDEO',
  settings,
  queueMs,
  runMs,
  endedAt: 0,
})
/** 10 s, 20 s … 110 s. */
const history = Array.from({ length: 11 }, (_, index) => run((index + 1) * 10_000))
const queued = sampleGeneration({ status: 'IN_QUEUE', createdAt: 0, submittedAt: 100_000 })

test('a range leaves out the tenth that was soonest, and the tenth that was latest', () => {
  const running = { ...queued, status: 'IN_PROGRESS' as const, startedAt: 200_000 }
  expect(etaOf(running, history)).toEqual({ earliest: 220_000, latest: 300_000 })
})

test('before a runner has started, the wait in the queue counts too', () => {
  expect(etaOf(queued, history)).toEqual({ earliest: 121_000, latest: 201_000 })
  expect(etaOf({ ...queued, submittedAt: null }, history)).toEqual({ earliest: 21_000, latest: 101_000 })
})

test('from fewer than five, or from other settings, nothing is told', () => {
  expect(etaOf(queued, history.slice(0, 4))).toBeNull()
  expect(
    etaOf(
      queued,
      history.map((one) => ({ ...one, settings: '1080p 10' })),
    ),
  ).toBeNull()
})

test('settings are the resolution and the seconds, those of all transitions together', () => {
  expect(settingsOf({ input: { resolution: '1080p', duration: 10 } })).toBe('1080p 10')
  expect(settingsOf({ input: { resolution: '720p', transitions: [{ duration: 2 }, { duration: 3 }] } })).toBe(
    '720p 5',
  )
  expect(settingsOf({ input: { imageUrl: 'https://a.test/a.png', pikaffect: 'Melt' } })).toBe('')
})
