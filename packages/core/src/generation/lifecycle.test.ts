import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { generationError } from '../errors.ts'
import { fakeVideo } from '../testing/fake-gateway.ts'
import { sampleGeneration } from '../testing/sample-generation.ts'
import { type Generation, GENERATION_STATUSES, isFinal, type LogLine } from './generation.ts'
import { type Observation, transition } from './lifecycle.ts'

const line = (second: number, message = `line ${second}`): LogLine => ({
  timestamp: `2026-11-24T09:00:0${second}Z`,
  level: 'INFO',
  message,
})

const logs = fc.array(
  fc.integer({ min: 0, max: 5 }).map((second) => line(second)),
  { maxLength: 4 },
)
const position = fc.option(fc.nat(5))
const observation: fc.Arbitrary<Observation> = fc.oneof(
  fc.constantFrom<Observation>(
    { type: 'submission-started' },
    { type: 'submission-deferred' },
    { type: 'unconfirmed' },
    { type: 'cancel-requested' },
    { type: 'cancelled' },
    { type: 'completed', video: fakeVideo, billableUnits: 5 },
    { type: 'failed', error: generationError('PROVIDER_FAILED') },
  ),
  fc.record({
    type: fc.constant('accepted' as const),
    requestId: fc.constantFrom('req_1', 'req_2'),
    queuePosition: position,
  }),
  fc.record({
    type: fc.constant('progressed' as const),
    status: fc.constantFrom('IN_QUEUE' as const, 'IN_PROGRESS' as const),
    queuePosition: position,
    logs,
  }),
  fc.record({ type: fc.constant('finished' as const), logs }),
)

/** Every state that the observations lead through, the first included. */
function statesAfter(observations: readonly Observation[]): Generation[] {
  const states = [sampleGeneration()]
  for (const [index, observed] of observations.entries()) {
    const next = transition(states.at(-1)!, observed, 2_000 + index)
    if (next) states.push(next.generation)
  }
  return states
}

function lastAfter(...observations: Observation[]): Generation {
  return statesAfter(observations).at(-1)!
}

describe('whatever is observed, in any order, twice or late', () => {
  test('the revision rises by one and the status never moves backwards', () => {
    fc.assert(
      fc.property(fc.array(observation, { maxLength: 30 }), (observations) => {
        const states = statesAfter(observations)
        for (const [index, state] of states.entries()) {
          expect(state.revision).toBe(index + 1)
          const before = states[index - 1]
          if (!before) continue
          expect(GENERATION_STATUSES.indexOf(state.status)).toBeGreaterThanOrEqual(
            GENERATION_STATUSES.indexOf(before.status),
          )
        }
      }),
    )
  })

  test('what is final stays as it is', () => {
    fc.assert(
      fc.property(fc.array(observation), fc.array(observation), (before, after) => {
        const states = statesAfter([...before, { type: 'cancelled' }])
        const final = states.at(-1)!
        expect(isFinal(final.status)).toBe(true)
        for (const observed of after) expect(transition(final, observed, 9_000)).toBeNull()
      }),
    )
  })

  test('said again at once, it teaches nothing', () => {
    fc.assert(
      fc.property(fc.array(observation), observation, (before, again) => {
        const once = lastAfter(...before, again)
        expect(transition(once, again, 9_000)).toBeNull()
      }),
    )
  })

  test('the sources in any order lead to the same end', () => {
    const life: Observation[] = [
      { type: 'accepted', requestId: 'req_1', queuePosition: 1 },
      { type: 'progressed', status: 'IN_QUEUE', queuePosition: 0, logs: [] },
      { type: 'progressed', status: 'IN_PROGRESS', queuePosition: null, logs: [line(1)] },
      { type: 'finished', logs: [line(1), line(2)] },
      { type: 'unconfirmed' },
    ]
    const end: Observation = { type: 'completed', video: fakeVideo, billableUnits: 5 }
    const shuffledWithDoubles = fc
      .tuple(fc.shuffledSubarray(life, { minLength: life.length }), fc.array(fc.constantFrom(...life)))
      .map(([all, doubles]) => [...all, ...doubles])
    fc.assert(
      fc.property(shuffledWithDoubles, (observations) => {
        expect(lastAfter(...observations, end, ...observations)).toMatchObject({
          status: 'COMPLETED',
          requestId: 'req_1',
          video: fakeVideo,
          billableUnits: 5,
          queuePosition: null,
          error: null,
        })
      }),
    )
  })

  test('a change of status is logged once, and no log line twice', () => {
    fc.assert(
      fc.property(fc.array(observation, { maxLength: 30 }), (observations) => {
        let state = sampleGeneration()
        const told: string[] = []
        for (const observed of observations) {
          const next = transition(state, observed, 2_000)
          if (!next) continue
          for (const happening of next.happenings) {
            if (happening.type === 'status-changed') told.push(happening.status)
            if (happening.type === 'logged') told.push(happening.line.message)
          }
          state = next.generation
        }
        expect(new Set(told).size).toBe(told.length)
      }),
    )
  })
})

describe('single steps', () => {
  test('a stream that begins late sets the times that it must have passed', () => {
    const state = lastAfter({ type: 'finished', logs: [] })
    expect(state).toMatchObject({
      status: 'FINALIZING',
      submittedAt: 2_000,
      startedAt: 2_000,
      completedAt: null,
    })
  })

  test('a refusal leaves no time of submission', () => {
    const state = lastAfter({ type: 'failed', error: generationError('OUT_OF_CREDIT') })
    expect(state).toMatchObject({ status: 'FAILED', submittedAt: null, startedAt: null, completedAt: 2_000 })
  })

  test('the first request id stays: a second one would be a second payment', () => {
    const state = lastAfter(
      { type: 'accepted', requestId: 'req_1', queuePosition: null },
      { type: 'accepted', requestId: 'req_2', queuePosition: null },
    )
    expect(state.requestId).toBe('req_1')
  })

  test('UNCONFIRMED is learned only while submitting, and ends with the acceptance', () => {
    expect(lastAfter({ type: 'unconfirmed' }).status).toBe('UNCONFIRMED')
    const accepted: Observation = { type: 'accepted', requestId: 'req_1', queuePosition: 3 }
    expect(lastAfter({ type: 'unconfirmed' }, accepted)).toMatchObject({
      status: 'IN_QUEUE',
      queuePosition: 3,
    })
    expect(lastAfter(accepted, { type: 'unconfirmed' }).status).toBe('IN_QUEUE')
  })

  test('two lines of one moment are both kept, and a repeated list adds only what is new', () => {
    const first = transition(
      sampleGeneration(),
      { type: 'progressed', status: 'IN_PROGRESS', queuePosition: null, logs: [line(1, 'a'), line(1, 'b')] },
      2_000,
    )!
    expect(first.happenings.map((happening) => happening.type)).toEqual([
      'logged',
      'logged',
      'status-changed',
    ])
    const second = transition(
      first.generation,
      { type: 'finished', logs: [line(1, 'a'), line(1, 'b'), line(1, 'c'), line(2, 'a')] },
      3_000,
    )!
    expect(second.happenings.slice(0, 2)).toEqual([
      { type: 'logged', line: line(1, 'c') },
      { type: 'logged', line: line(2, 'a') },
    ])
  })

  test('a queue position moves while it waits and is gone when it runs', () => {
    const waiting = lastAfter(
      { type: 'accepted', requestId: 'req_1', queuePosition: 2 },
      { type: 'progressed', status: 'IN_QUEUE', queuePosition: 0, logs: [] },
    )
    expect(waiting.queuePosition).toBe(0)
    const running = transition(
      waiting,
      { type: 'progressed', status: 'IN_PROGRESS', queuePosition: 7, logs: [] },
      3_000,
    )!.generation
    expect(running.queuePosition).toBeNull()
    expect(
      transition(running, { type: 'progressed', status: 'IN_QUEUE', queuePosition: 1, logs: [] }, 3_000),
    ).toBeNull()
  })

  test('the argument is not changed', () => {
    const generation = Object.freeze(sampleGeneration({ tags: Object.freeze(['a']) }))
    transition(generation, { type: 'cancel-requested' }, 2_000)
    expect(generation).toEqual(sampleGeneration({ tags: ['a'] }))
  })
})

describe('the one way back', () => {
  const again = { type: 'reopened', requestId: 'req_1', archiveKey: null } as const
  const failed = (code: Parameters<typeof generationError>[0], values: Partial<Generation> = {}) =>
    sampleGeneration({
      status: 'FAILED',
      error: generationError(code),
      completedAt: 5,
      revision: 7,
      ...values,
    })

  test('leads from a failure to find it to FINALIZING, and clears the failure', () => {
    expect(transition(failed('RESULT_EXPIRED', { requestId: 'req_0' }), again, 9)).toMatchObject({
      generation: { status: 'FINALIZING', error: null, completedAt: null, revision: 8, requestId: 'req_0' },
      happenings: [{ type: 'status-changed', status: 'FINALIZING' }],
    })
    expect(transition(failed('SUBMISSION_LOST'), again, 9)?.generation.requestId).toBe('req_1')
  })

  test('leads nowhere from anything else', () => {
    expect(transition(failed('CONTENT_REFUSED', { requestId: 'req_1' }), again, 9)).toBeNull()
    expect(transition(failed('SUBMISSION_LOST'), { ...again, requestId: null }, 9)).toBeNull()
    // A failure without an error is none that could be found.
    for (const status of GENERATION_STATUSES)
      expect(transition(sampleGeneration({ status }), again, 9)).toBeNull()
    const archived = sampleGeneration({ status: 'COMPLETED', video: { ...fakeVideo, archiveKey: 'k' } })
    expect(transition(archived, { ...again, archiveKey: 'other' }, 9)).toBeNull()
  })
})

test('a video that was delivered can only be completed', () => {
  const delivered = sampleGeneration({
    status: 'FINALIZING',
    delivery: { video: fakeVideo, archiveKey: 'k', at: 5 },
  })
  expect(transition(delivered, { type: 'failed', error: generationError('PROVIDER_FAILED') }, 9)).toBeNull()
  expect(transition(delivered, { type: 'cancelled' }, 9)).toBeNull()
  const second = { type: 'delivered', video: fakeVideo, billableUnits: 1, archiveKey: 'other' } as const
  expect(transition(delivered, second, 9)).toBeNull()
  const completed = { type: 'completed', video: fakeVideo, billableUnits: null } as const
  expect(transition(delivered, completed, 9)?.generation.status).toBe('COMPLETED')
})
