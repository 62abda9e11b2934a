import { expect, test } from 'vitest'
import { newest } from '../hooks/newest.ts'
import { completed, failed, storyGeneration } from '../story-support/generations.ts'
import { canCancel, elapsedSeconds, pictureOf, promptOf, readyIn, stepStates } from './resultView.ts'

test('the steps follow the status, and stop where it ended', () => {
  expect(stepStates(storyGeneration())).toEqual({
    sent: 'done',
    queued: 'now',
    rendering: 'to-come',
    saving: 'to-come',
  })
  expect(stepStates(completed('https://videos.test/a.mp4'))).toEqual({
    sent: 'done',
    queued: 'done',
    rendering: 'done',
    saving: 'done',
  })
  expect(stepStates(failed('PROVIDER_FAILED')).rendering).toBe('stopped')
  expect(stepStates(failed('RESULT_EXPIRED')).saving).toBe('stopped')
  expect(stepStates(failed('SUBMISSION_LOST')).sent).toBe('stopped')
  expect(stepStates(storyGeneration({ status: 'CANCELLED' })).queued).toBe('stopped')
  expect(stepStates(storyGeneration({ status: 'FAILED', submittedAt: null })).sent).toBe('stopped')
})

test('time runs until the end and no further', () => {
  const createdAt = '2026-11-24T09:30:00.000Z'
  const now = Date.parse('2026-11-24T09:31:30.000Z')
  expect(elapsedSeconds(storyGeneration({ createdAt }), now)).toBe(90)
  expect(elapsedSeconds(storyGeneration({ createdAt, completedAt: '2026-11-24T09:30:08.000Z' }), now)).toBe(8)
})

test('when it may be ready is told in steps, and no further than the history reaches', () => {
  const at = (second: number) => new Date(second * 1_000).toISOString()
  const between = (earliest: number, latest: number) =>
    readyIn(storyGeneration({ eta: { earliest: at(earliest), latest: at(latest) } }), 1_000_000)
  expect(between(1_042, 1_058)).toEqual({ from: 40, to: 60 })
  expect(between(1_061, 1_121)).toEqual({ from: 60, to: 130 })
  expect(between(990, 1_007)).toEqual({ from: 0, to: 10 })
  expect(between(950, 999)).toBe('late')
  expect(readyIn(storyGeneration(), 1_000_000)).toBeNull()
})

test('cancelling is offered until it was asked for, or makes no sense', () => {
  expect(canCancel(storyGeneration())).toBe(true)
  expect(canCancel(storyGeneration({ cancelRequestedAt: '2026-11-24T09:30:00.000Z' }))).toBe(false)
  expect(canCancel(storyGeneration({ status: 'FINALIZING' }))).toBe(false)
})

test('an older state never replaces a newer one', () => {
  const [older, newer] = [storyGeneration({ revision: 3 }), storyGeneration({ revision: 5 })]
  expect(newest(newer, older)).toBe(newer)
  expect(newest(older, newer)).toBe(newer)
  const other = storyGeneration({ id: 'gen_other', revision: 1 })
  expect(newest(newer, other)).toBe(other)
})

test('a generation is named by its words, and shown by its picture', () => {
  expect(promptOf(storyGeneration())).toBe('A paper boat crosses a puddle at dusk')
  const input = {
    __typename: 'PikaffectsGenerationInput' as const,
    imageUrl: 'https://a.test/b.png',
    pikaffect: 'CAKE_IFY' as const,
    optionalPrompt: null,
  }
  expect(promptOf(storyGeneration({ input }))).toBe('Cake-ify')
  expect(pictureOf(storyGeneration({ input }))).toBe('https://a.test/b.png')
  const storyboard = (prompts: (string | null)[]) => ({
    __typename: 'PikaframesGenerationInput' as const,
    imageUrls: ['https://a.test/1.png', 'https://a.test/2.png', 'https://a.test/3.png'],
    optionalPrompt: null,
    transitions: prompts.map((prompt) => ({ prompt })),
  })
  expect(promptOf(storyGeneration({ input: storyboard(['the bud opens', null, 'rain']) }))).toBe(
    'the bud opens · rain',
  )
  expect(promptOf(storyGeneration({ input: storyboard([null, null]) }))).toBeNull()
})
