import { expect, test } from 'vitest'
import type { Clock } from '../clock.ts'
import { drawLine, othersAhead, secondsToNextStep } from './line.ts'
import type { QueueRequest } from './request.ts'

const clock: Clock = {
  now: () => 0,
  after: () => () => undefined,
  secondsBetween: (start, end) => (end - start) / 1e6,
  ageOf: () => 0,
  during: (work) => work,
}

const request: QueueRequest = {
  id: 'one',
  gatewayId: 'one',
  endpointId: 'fal-ai/pika/v2.2/pikaframes',
  input: {},
  status: 'IN_QUEUE',
  priority: 'normal',
  submittedAt: 0,
  lineAhead: 3,
  lineStepSeconds: 1,
  logs: [],
}

test('at every instant a request may start or knows when to look again', () => {
  for (let now = 0; now <= 3_100_000; now += 100) {
    const others = othersAhead(request, clock, now)
    const next = secondsToNextStep(request, clock, now)
    expect(next ?? 0).toBeGreaterThanOrEqual(0)
    expect(next === undefined).toBe(others === 0)
  }
  expect([0, 1, 2, 3].map((second) => othersAhead(request, clock, second * 1e6))).toEqual([3, 2, 1, 0])
})

test('the line depends on the seed and on who came before, and is over in time', () => {
  const lines = Array.from({ length: 50 }, (_, index) => drawLine(7, index, 6))
  expect(lines).toEqual(Array.from({ length: 50 }, (_, index) => drawLine(7, index, 6)))
  expect(new Set(lines.map(({ lineAhead }) => lineAhead))).toEqual(new Set([2, 3, 4]))
  for (const { lineAhead, lineStepSeconds } of lines) expect(lineAhead * lineStepSeconds).toBeCloseTo(6)
  expect(drawLine(7, 0, 0)).toEqual({ lineAhead: 0, lineStepSeconds: 0 })
})
