import { createCatalog, type Operation } from '@pika-kit/core'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { renderHook } from 'vitest-browser-react'
import { createTestServer } from '../test-support/test-server.tsx'
import { useGenerate } from './useGenerate.ts'
import { useGeneration } from './useGeneration.ts'
import { useGenerationActions } from './useGenerationActions.ts'
import { useGenerations } from './useGenerations.ts'
import { useUpload } from './useUpload.ts'

const textToVideo = createCatalog().find('TEXT_TO_VIDEO') as Operation
let server: ReturnType<typeof createTestServer>

beforeEach(() => {
  server = createTestServer()
})
afterEach(() => server.stop())

const fileOf = (name: string, size = 1_000) => new File([new Uint8Array(size)], name, { type: 'image/png' })

const generate = async (prompt: string) => {
  const result = await server.generations.generate('viewer', {
    operationId: 'TEXT_TO_VIDEO',
    input: { prompt },
  })
  if (result.type !== 'accepted') throw new Error(result.type)
  return result.generation
}

test('a double press makes one generation', async () => {
  const { result } = await renderHook(() => useGenerate(textToVideo), { wrapper: server.wrapper })
  const [first, second] = await Promise.all([
    result.current.generate({ prompt: 'a boat' }),
    result.current.generate({ prompt: 'a boat' }),
  ])
  expect(first).toBe(second)
  expect(first).toMatchObject({ type: 'accepted', isReplay: false })
  await expect.poll(() => server.submitted.length).toBe(1)
})

test('a press after a lost reply answers the generation that was made', async () => {
  const { result } = await renderHook(() => useGenerate(textToVideo), { wrapper: server.wrapper })
  server.loseAnswers('network', 'server')
  expect(await result.current.generate({ prompt: 'a boat' })).toMatchObject({ type: 'unknown' })
  expect(await result.current.generate({ prompt: 'a boat' })).toMatchObject({ type: 'unknown' })
  // What is refused in between takes nothing from the press that waits for its answer.
  expect(await result.current.generate({ prompt: ' ' })).toMatchObject({ type: 'invalid' })
  expect(await result.current.generate({ prompt: 'a boat' })).toMatchObject({
    type: 'accepted',
    isReplay: true,
  })
  await expect.poll(() => server.submitted.length).toBe(1)
  // An answered press is over: the next one is a new intent.
  expect(await result.current.generate({ prompt: 'a boat' })).toMatchObject({
    type: 'accepted',
    isReplay: false,
  })
  await expect.poll(() => server.submitted.length).toBe(2)
})

test('what can be checked is not sent', async () => {
  const { result } = await renderHook(() => useGenerate(textToVideo), { wrapper: server.wrapper })
  const outcome = await result.current.generate({ prompt: ' ', duration: 7 })
  expect(outcome).toMatchObject({ type: 'invalid', issues: [{ path: ['prompt'] }, { path: ['duration'] }] })
  expect(server.submitted).toEqual([])
})

test('a generation is followed from its present state to its end, each log line once', async () => {
  const { id } = await generate('a boat')
  const { result } = await renderHook(() => useGeneration(id), { wrapper: server.wrapper })
  await expect.poll(() => result.current.generation?.status).toBe('IN_QUEUE')
  await server.move('run')
  await expect.poll(() => result.current.generation?.status).toBe('IN_PROGRESS')
  await server.move('run')
  await server.move('finish')
  await expect.poll(() => result.current.connection).toBe('ended')
  expect(result.current.generation).toMatchObject({
    status: 'COMPLETED',
    video: { url: 'https://videos.test/a.mp4' },
  })
  expect(result.current.logs.map(({ message }) => message)).toEqual(['started'])
})

test('after a lost connection the present state is there, and no log line twice', async () => {
  const { id } = await generate('a boat')
  const { result } = await renderHook(() => useGeneration(id), { wrapper: server.wrapper })
  await server.move('run')
  await expect.poll(() => result.current.logs.length).toBe(1)
  server.disconnect()
  await expect.poll(() => result.current.connection).toBe('reconnecting')
  await server.move('finish')
  await expect
    .poll(async () => (await server.generations.find('viewer', id))?.status, { timeout: 5_000 })
    .toBe('COMPLETED')
  expect(result.current.generation?.status).toBe('IN_PROGRESS')
  server.reconnect()
  await expect.poll(() => result.current.connection).toBe('ended')
  expect(result.current.generation?.status).toBe('COMPLETED')
  expect(result.current.logs.map(({ message }) => message)).toEqual(['started'])
})

test('one that is looked for again is followed again, to its video', async () => {
  const { id } = await generate('a boat')
  server.loseResults(true)
  const { result } = await renderHook(() => ({ one: useGeneration(id), actions: useGenerationActions() }), {
    wrapper: server.wrapper,
  })
  await server.move('run')
  await expect.poll(() => result.current.one.logs.length).toBe(1)
  await server.move('finish')
  await expect.poll(() => result.current.one.connection).toBe('ended')
  expect(result.current.one.generation?.error).toMatchObject({ code: 'RESULT_EXPIRED', isRecoverable: true })
  server.loseResults(false)
  expect(await result.current.actions.recover(id)).toMatchObject({ type: 'LOOKING_AGAIN' })
  result.current.one.followAgain()
  await expect.poll(() => result.current.one.generation?.status).toBe('COMPLETED')
  expect(result.current.one.connection).toBe('ended')
  expect(result.current.one.logs.map(({ message }) => message)).toEqual(['started'])
  expect(await result.current.actions.recover(id)).toMatchObject({ type: 'COMPLETE' })
  expect(await result.current.actions.recover('gen_none')).toMatchObject({ type: 'failed' })
})

test('streams that break off are opened again', async () => {
  const { id } = await generate('a boat')
  const { result } = await renderHook(
    () => ({ one: useGeneration(id), list: useGenerations({ pageSize: 5 }) }),
    { wrapper: server.wrapper },
  )
  await server.move('run')
  await expect.poll(() => result.current.one.logs.length).toBe(1)
  server.breakStreams()
  await expect.poll(() => result.current.one.connection).toBe('reconnecting')
  expect(result.current.one.generation?.status).toBe('IN_PROGRESS')
  await generate('another')
  await expect.poll(() => result.current.one.connection).toBe('live')
  await expect.poll(() => result.current.list.generations.length).toBe(2)
  await server.move('finish')
  await server.move('finish')
  await expect.poll(() => result.current.one.connection).toBe('ended')
  expect(result.current.one.logs.map(({ message }) => message)).toEqual(['started'])
})

test('an id that is nobody’s fails with words', async () => {
  const { result } = await renderHook(() => useGeneration('gen_nobody'), { wrapper: server.wrapper })
  await expect.poll(() => result.current.connection).toBe('failed')
  expect(result.current.error).toBe('There is no generation with this id.')
})

test('the list is read by pages and kept up to date', async () => {
  for (const prompt of ['one', 'two', 'three']) await generate(prompt)
  const { result } = await renderHook(() => useGenerations({ pageSize: 2 }), { wrapper: server.wrapper })
  const prompts = () => result.current.generations.map(({ input }) => ('prompt' in input ? input.prompt : ''))
  await expect.poll(prompts).toEqual(['three', 'two'])
  expect(result.current.hasMore).toBe(true)
  result.current.loadMore()
  await expect.poll(prompts).toEqual(['three', 'two', 'one'])
  await generate('four')
  await expect.poll(prompts).toEqual(['four', 'three', 'two', 'one'])
})

test('the list is read again after a lost connection', async () => {
  const { id } = await generate('one')
  await generate('two')
  await expect.poll(() => server.submitted.length).toBe(2)
  await server.move('finish')
  await server.move('finish')
  await expect.poll(async () => (await server.generations.find('viewer', id))?.status).toBe('COMPLETED')
  const { result } = await renderHook(() => useGenerations({ pageSize: 1 }), { wrapper: server.wrapper })
  const prompts = () => result.current.generations.map(({ input }) => ('prompt' in input ? input.prompt : ''))
  await expect.poll(() => result.current.hasMore).toBe(true)
  result.current.loadMore()
  await expect.poll(prompts).toEqual(['two', 'one'])
  server.disconnect()
  await server.generations.delete('viewer', id)
  await generate('three')
  expect(prompts()).toEqual(['two', 'one'])
  server.reconnect()
  await expect.poll(prompts).toEqual(['three', 'two'])
})

test('a page that was asked for before the filter changed stays out', async () => {
  for (const prompt of ['one', 'two']) await generate(prompt)
  const hook = await renderHook(
    (tags?: string[]) => useGenerations({ pageSize: 1, ...(tags && { filter: { tags } }) }),
    { wrapper: server.wrapper },
  )
  await expect.poll(() => hook.result.current.hasMore).toBe(true)
  hook.result.current.loadMore()
  await hook.rerender(['none has this'])
  await expect.poll(() => hook.result.current.isLoading).toBe(false)
  expect(hook.result.current.generations).toEqual([])
})

test('a retry after a lost reply is still the same one', async () => {
  const { id } = await generate('a boat')
  const { result } = await renderHook(() => useGenerationActions(), { wrapper: server.wrapper })
  server.loseAnswers('network')
  expect(await result.current.retry(id)).toMatchObject({ type: 'unknown' })
  const [first, second] = await Promise.all([result.current.retry(id), result.current.retry(id)])
  expect(first).toMatchObject({ type: 'accepted', isReplay: true })
  expect(second).toBe(first)
  await expect.poll(() => server.submitted.length).toBe(2)
  expect(await result.current.retry(id)).toMatchObject({ type: 'accepted', isReplay: false })
})

test('cancelling tells how it went, and what is final can be removed', async () => {
  const { id } = await generate('a boat')
  await expect.poll(() => server.submitted.length).toBe(1)
  const { result } = await renderHook(() => useGenerationActions(), { wrapper: server.wrapper })
  expect(await result.current.remove(id)).toMatch(/still under way/)
  expect(await result.current.cancel(id)).toMatchObject({ type: 'REQUESTED' })
  expect(await result.current.cancel('gen_nobody')).toMatchObject({ type: 'failed' })
  await server.move('finish')
  await expect.poll(async () => (await server.generations.find('viewer', id))?.status).toBe('COMPLETED')
  expect(await result.current.cancel(id)).toMatchObject({ type: 'TOO_LATE' })
  expect(await result.current.retry(id)).toMatchObject({ type: 'accepted', generation: { retryOf: { id } } })
  expect(await result.current.remove(id)).toBeNull()
})

test('a file goes to storage by its ticket, and tells how far it is', async () => {
  const { result } = await renderHook(() => useUpload(), { wrapper: server.wrapper })
  const parts: number[] = []
  const upload = result.current(fileOf('boat.png', 3_000_000), { onProgress: (part) => parts.push(part) })
  expect(await upload).toEqual({ url: 'https://files.test/boat.png' })
  expect(parts.at(-1)).toBe(1)
  expect(parts).toEqual(parts.toSorted((a, b) => a - b))
})

test.each([
  ['large.png', 'is too large'],
  ['full.png', 'The storage refused the file (status 507).'],
  ['broken.png', 'The upload broke off.'],
])('an upload that fails says why: %s', async (name, why) => {
  const { result } = await renderHook(() => useUpload(), { wrapper: server.wrapper })
  await expect(result.current(fileOf(name))).rejects.toThrow(why)
})

test('an upload ends when it is called off, before it begins and on its way', async () => {
  const { result } = await renderHook(() => useUpload(), { wrapper: server.wrapper })
  const calledOff = new Error('called off')
  await expect(result.current(fileOf('boat.png'), { signal: AbortSignal.abort(calledOff) })).rejects.toBe(
    calledOff,
  )
  const controller = new AbortController()
  const upload = result.current(fileOf('silent.png'), {
    signal: controller.signal,
    onProgress: () => controller.abort(calledOff),
  })
  await expect(upload).rejects.toBe(calledOff)
})
