// What a restart must not lose and must not do twice, on the real gateway against a scripted fal.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { PikaServer } from './create-server.ts'
import { createPikaServer } from './create-server.ts'
import { generate, postGraphql } from './test-support/graphql-request.ts'
import {
  event,
  json,
  reset,
  type ScriptedFal,
  startScriptedFal,
  stream,
} from './test-support/scripted-fal.ts'

const SUBMIT = /^\/queue\/fal-ai\/pika\/v2\.2\/text-to-video/
const STREAM = /\/status\/stream/
const video = { video: { url: 'https://v3b.fal.media/files/b/word/out.mp4' } }

let fal: ScriptedFal
let directory: string
let server: PikaServer
let url: string
const start = async () => {
  server = await createPikaServer({
    fal: { key: 'test', baseUrl: fal.url },
    database: { directory },
    timing: { firstPoll: 20, longestPoll: 50 },
  })
  ;({ url } = await server.listen(0))
}
const read = async (id: string) =>
  (await postGraphql(url, `{ generation(id: "${id}") { status requestId video { url } error { code } } }`))
    .data?.['generation']

beforeEach(async () => {
  fal = await startScriptedFal()
  fal.on('POST', SUBMIT, json(200, { request_id: 'req-1', queue_position: 0 }))
  fal.on('GET', STREAM, stream([event({ status: 'IN_PROGRESS', logs: [] })], 'silence'))
  directory = await mkdtemp(join(tmpdir(), 'pika-kit-restart-'))
  await start()
})
afterEach(async () => {
  await server.close()
  await fal.close()
  await rm(directory, { recursive: true, force: true })
})

test('what was under way goes on, with one submission in all', async () => {
  const id = await generate(url)
  await expect.poll(() => read(id)).toMatchObject({ status: 'IN_PROGRESS' })
  await server.close()
  fal.on('GET', STREAM, stream([event({ status: 'COMPLETED', logs: [] })]))
  fal.on('GET', /\/requests\/req-1$/, json(200, video))
  await start()
  await expect.poll(() => read(id)).toMatchObject({ status: 'COMPLETED', video: video.video })
  expect(fal.count('POST', SUBMIT)).toBe(1)
})

test('a submission whose reply was lost stays unconfirmed and is never repeated, by a restart neither', async () => {
  fal.on('POST', SUBMIT, reset)
  const id = await generate(url)
  await expect.poll(() => read(id)).toMatchObject({ status: 'UNCONFIRMED' })
  await server.close()
  await start()
  expect(await read(id)).toMatchObject({ status: 'UNCONFIRMED', requestId: null })
  await server.close()
  expect(fal.count('POST', SUBMIT)).toBe(1)
})

test('closing while a submission is on its way waits for its answer', async () => {
  let arrived = () => {}
  const hasArrived = new Promise<void>((resolve) => {
    arrived = resolve
  })
  let answer = () => {}
  fal.on('POST', SUBMIT, (response, seen) => {
    answer = () => json(200, { request_id: 'req-9' })(response, seen)
    arrived()
  })
  const id = await generate(url)
  await hasArrived
  const closing = server.close()
  answer()
  await closing
  await start()
  expect(await read(id)).toMatchObject({ requestId: 'req-9' })
  expect(fal.count('POST', SUBMIT)).toBe(1)
})

test('refused for now means once more, later', async () => {
  let posts = 0
  fal.on('POST', SUBMIT, (response, seen) => {
    const isFirst = posts++ === 0
    const reply = isFirst ? json(429, {}, { 'retry-after': '0' }) : json(200, { request_id: 'req-1' })
    reply(response, seen)
  })
  const id = await generate(url)
  await expect.poll(() => read(id)).toMatchObject({ status: 'IN_PROGRESS', requestId: 'req-1' })
  expect(posts).toBe(2)
})
