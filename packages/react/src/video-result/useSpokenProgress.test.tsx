import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { renderHook } from 'vitest-browser-react'
import type { GenerationData } from '../graphql/documents.ts'
import type { UseGeneration } from '../hooks/useGeneration.ts'
import { completed, failed, storyGeneration } from '../story-support/generations.ts'
import { useSpokenProgress } from './useSpokenProgress.ts'

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] }))
afterEach(() => void vi.useRealTimers())

/** What is spoken, each new text once, while the generation and the clock go on. */
async function listener(first: GenerationData) {
  const spoken: string[] = []
  const { rerender, act } = await renderHook(
    (props?: { generation: GenerationData; connection?: UseGeneration['connection'] }) => {
      const { generation = first, connection = 'live' } = props ?? {}
      const words = useSpokenProgress(generation, connection).spoken
      if (words !== '' && spoken.at(-1) !== words) spoken.push(words)
    },
    { initialProps: { generation: first } },
  )
  return {
    spoken,
    now: (generation: GenerationData, connection?: UseGeneration['connection']) =>
      rerender({ generation, ...(connection && { connection }) }),
    pass: (seconds: number) => act(() => void vi.advanceTimersByTime(seconds * 1_000)),
  }
}

const queued = (queuePosition: number) => storyGeneration({ queuePosition })

test('the queue is told at most every ten seconds, and then its newest place', async () => {
  const { spoken, now, pass } = await listener(queued(9))
  expect(spoken).toEqual(['9 ahead of you'])
  for (let place = 8; place >= 3; place--) {
    await now(queued(place))
    await pass(1.5)
  }
  // The first move is told, since nothing was for long; those after it wait.
  expect(spoken).toEqual(['9 ahead of you', '8 ahead of you'])
  await pass(2)
  expect(spoken.at(-1)).toBe('3 ahead of you')
  expect(spoken).toHaveLength(3)
})

test('a state is told within a second, and makes the place that waits old', async () => {
  const { spoken, now, pass } = await listener(queued(2))
  await pass(1)
  await now(queued(1))
  await now(queued(0))
  await now(storyGeneration({ status: 'IN_PROGRESS', queuePosition: null }))
  await pass(1)
  await now(completed('https://videos.test/a.mp4'))
  await pass(60)
  expect(spoken).toEqual(['2 ahead of you', 'One ahead of you', 'Rendering', 'Ready'])
})

test('no clock is ever spoken: an hour of the same state is silence', async () => {
  const rendering = storyGeneration({ status: 'IN_PROGRESS', queuePosition: null })
  const { spoken, now, pass } = await listener(rendering)
  for (let minute = 0; minute < 60; minute++) {
    await now({ ...rendering, revision: minute + 4 })
    await pass(60)
  }
  expect(spoken).toEqual(['Rendering'])
})

test('a failure is told with its cause and its price, an open outcome with what will happen', async () => {
  const { spoken, now, pass } = await listener(
    storyGeneration({ status: 'UNCONFIRMED', queuePosition: null }),
  )
  expect(spoken[0]).toMatch(/^Waiting for fal to confirm\. .*cannot be paid twice/)
  await pass(1)
  await now(failed('CONTENT_REFUSED'))
  expect(spoken.at(-1)).toBe(
    'It did not work. The content was refused by the policy of the model. It may have been paid.',
  )
})

test('a lost connection is told, and that it is back', async () => {
  const rendering = storyGeneration({ status: 'IN_PROGRESS', queuePosition: null })
  const { spoken, now, pass } = await listener(rendering)
  await pass(1)
  await now(rendering, 'reconnecting')
  await pass(1)
  await now(rendering, 'live')
  expect(spoken.slice(1)).toEqual([
    'The connection is lost. It goes on without you; this page catches up by itself.',
    'Connected again.',
  ])
})
