import { ApiError } from '@fal-ai/client'
import { expect, test } from 'vitest'
import {
  call,
  clientOf,
  eventsOf,
  follow,
  FRAMES,
  heldRenderer,
  PIKAFRAMES,
  startEmulator,
  submit,
} from '../testing/quick-emulator.ts'
import { scenarioDescriptions } from './registry.ts'

const playing = (scenario: string) => ({ headers: { 'x-emulator-scenario': scenario } })
const resultPath = (id: string): string => `/queue/fal-ai/pika/requests/${id}`

test('lose-submit-reply accepts the request and drops the connection, so that a client that retries pays twice', async () => {
  const emulator = await startEmulator({ queueSeconds: 0 })
  await expect(submit(emulator, FRAMES, playing('lose-submit-reply'))).rejects.toThrow('fetch failed')
  expect(emulator.requests()).toHaveLength(1)
  // The published client retries a dropped submission by itself: that is the hazard this scenario is for.
  emulator.setScenario('lose-submit-reply', 1)
  await clientOf(emulator).queue.submit(PIKAFRAMES, { input: FRAMES })
  expect(emulator.requests()).toHaveLength(3)
})

test('result-504-twice answers 504 two times and then the video', async () => {
  const emulator = await startEmulator({ queueSeconds: 0 })
  const id = await submit(emulator, FRAMES, playing('result-504-twice'))
  await follow(emulator, id)
  const codes: number[] = []
  for (let fetches = 0; fetches < 3; fetches++) codes.push((await call(emulator, resultPath(id))).status)
  expect(codes).toEqual([504, 504, 200])
})

test('stream-cut breaks off three streams after their first event, and lets the fourth through', async () => {
  const { renderer, letGo } = heldRenderer()
  const emulator = await startEmulator({ renderer })
  const id = await submit(emulator, FRAMES, playing('stream-cut'))
  for (let streams = 0; streams < 3; streams++) {
    const { body } = await call(emulator, `${resultPath(id)}/status/stream`)
    const { text, isCut } = await readAll(body)
    expect([eventsOf(text).length, isCut]).toEqual([1, true])
  }
  letGo()
  expect((await follow(emulator, id)).at(-1)).toMatchObject({ status: 'COMPLETED' })
})

test('stream-stalled sends one event and nothing more, though the request ends', async () => {
  const emulator = await startEmulator({ queueSeconds: 0 })
  const id = await submit(emulator, FRAMES, playing('stream-stalled'))
  const stalled = await call(emulator, `${resultPath(id)}/status/stream`)
  const reading = readAll(stalled.body)
  await follow(emulator, id)
  await emulator.close()
  const { text, isCut } = await reading
  expect([eventsOf(text).length, isCut]).toEqual([1, true])
})

test.each([
  ['reject-422', 422, { detail: [{ loc: ['body', 'prompt'], type: 'value_error' }] }],
  ['content-policy', 422, { detail: [{ loc: ['body', 'prompt'], type: 'content_policy_violation' }] }],
  ['runner-503', 503, { error_type: 'runner_scheduling_failure' }],
])('%s is accepted and ends with %i', async (scenario, code, body) => {
  const emulator = await startEmulator({ queueSeconds: 0 })
  const id = await submit(emulator, FRAMES, playing(scenario))
  expect((await follow(emulator, id)).at(-1)).toMatchObject({
    status: 'COMPLETED',
    error: expect.any(String),
  })
  const result = await call(emulator, resultPath(id))
  expect(result.status).toBe(code)
  expect(await result.json()).toMatchObject(body)
})

test('rate-limit refuses with 429 as often as it is told to, and nothing is accepted', async () => {
  const emulator = await startEmulator({ queueSeconds: 0 })
  const set = await call(emulator, '/_emulator/scenario', { json: { scenario: 'rate-limit', times: 1 } })
  expect(set.status).toBe(200)
  expect((await call(emulator, `/queue/${PIKAFRAMES}`, { json: FRAMES })).status).toBe(429)
  expect(emulator.requests()).toEqual([])
  await submit(emulator)
  expect(emulator.requests()).toHaveLength(1)
})

test('queue-stuck stays at position 0 until it is cancelled, and holds nobody else up', async () => {
  const emulator = await startEmulator({ queueSeconds: 0 })
  const stuck = await submit(emulator, FRAMES, playing('queue-stuck'))
  const other = await submit(emulator)
  expect((await follow(emulator, other)).at(-1)).toMatchObject({ status: 'COMPLETED' })
  const status = await call(emulator, `${resultPath(stuck)}/status`)
  expect(await status.json()).toMatchObject({ status: 'IN_QUEUE', queue_position: 0 })
  await clientOf(emulator).queue.cancel(PIKAFRAMES, { requestId: stuck })
  await expect(clientOf(emulator).queue.result(PIKAFRAMES, { requestId: stuck })).rejects.toBeInstanceOf(
    ApiError,
  )
})

test('slow takes more than twice as long as usual', async () => {
  const emulator = await startEmulator()
  const secondsOf = async (scenario?: string): Promise<number> => {
    const start = performance.now()
    await follow(emulator, await submit(emulator, FRAMES, scenario === undefined ? {} : playing(scenario)))
    return performance.now() - start
  }
  const usual = await secondsOf()
  expect(await secondsOf('slow')).toBeGreaterThan(2 * usual)
})

test('an unknown name is a 400 that lists the names, by header and by switch', async () => {
  const emulator = await startEmulator()
  const answers = [
    await call(emulator, `/queue/${PIKAFRAMES}`, { json: FRAMES, ...playing('no-such') }),
    await call(emulator, '/_emulator/scenario', { json: { scenario: 'no-such' } }),
    await call(emulator, '/_emulator/scenario', { json: { scenario: 'slow', times: 0 } }),
  ]
  expect(answers.map(({ status }) => status)).toEqual([400, 400, 400])
  const { detail } = (await answers[0]!.json()) as { detail: string }
  for (const { name } of scenarioDescriptions) expect(detail).toContain(name)
  expect(() => emulator.setScenario('no-such')).toThrow(TypeError)
})

async function readAll(body: ReadableStream<Uint8Array> | null): Promise<{ text: string; isCut: boolean }> {
  const decoder = new TextDecoder()
  let text = ''
  try {
    for await (const chunk of body ?? []) text += decoder.decode(chunk, { stream: true })
    return { text, isCut: false }
  } catch {
    return { text, isCut: true }
  }
}
