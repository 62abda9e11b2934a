import { createHmac } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Generation, Outbox, Video } from '@pika-kit/core'
import { createSimulatedClock, sampleGeneration } from '@pika-kit/core/testing'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type OpenStore, openStore } from '../store/open-store.ts'
import { createNotifier } from './notifier.ts'

const DAY = 24 * 3_600_000

interface Sent {
  url: string
  body: string
  headers: Readonly<Record<string, string>>
  at: number
}

let directory: string
let opened: OpenStore
let clock: ReturnType<typeof createSimulatedClock>
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'pika-kit-notifier-'))
  opened = await openStore({ directory })
  clock = createSimulatedClock()
})
afterEach(async () => {
  await opened.close()
  await rm(directory, { recursive: true, force: true })
})

/** As after a SIGKILL: nothing was given back, nothing was said, the next process opens what was committed. */
const reopen = async () => {
  await opened.close()
  opened = await openStore({ directory })
}

/** Stores a generation that becomes final now. */
const end = async (values: Partial<Generation> = {}, video: Partial<Video> = {}) => {
  const started = sampleGeneration({ webhookUrl: 'https://app.test/hook', tags: ['film'], ...values })
  await opened.store.insert(started, [], 'replica')
  const ended: Generation = {
    ...started,
    status: 'COMPLETED',
    revision: 2,
    completedAt: clock.now(),
    video: {
      url: 'https://v3.fal.media/a.mp4',
      contentType: null,
      fileName: null,
      fileSize: null,
      width: null,
      height: null,
      duration: null,
      ...video,
    },
  }
  await opened.store.update(ended, [{ type: 'status-changed', status: 'COMPLETED' }], clock.now())
  return ended
}

/** A notifier whose receiver answers as told, by the number of the attempt; `null` never answers. */
function startNotifier(
  answer: (attempt: number, sent: Sent) => number | null = () => 204,
  replica = 'r1',
  urlOf?: (video: Video) => Promise<string>,
) {
  const sent: Sent[] = []
  const notes: string[] = []
  const notifier = createNotifier({
    outbox: opened.store.outbox,
    clock,
    replica,
    observer: { note: (level, message) => void notes.push(`${level} ${message}`) },
    secret: 'whsec_c2VjcmV0',
    urlOf,
    async post(url, body, headers, signal) {
      const attempt = { url, body, headers, at: clock.now() }
      sent.push(attempt)
      const status = answer(sent.length, attempt)
      if (status !== null) return status
      return new Promise((_resolve, reject) => {
        signal.addEventListener('abort', () => reject(new Error('aborted')), { once: true })
      })
    },
  })
  notifier.start()
  return { notifier, sent, notes }
}
const isEmpty = async (outbox: Outbox) =>
  (await outbox.claim({ owner: 'test', until: 0 }, Number.MAX_SAFE_INTEGER, 10)).length === 0

test('a final generation is told, signed, and again until it is taken, each time by the same id', async () => {
  const { notifier, sent, notes } = startNotifier((attempt) => [500, 302][attempt - 1] ?? 204)
  const started = clock.now()
  const ended = await end()
  notifier.wake(ended)
  await clock.runUntil(() => sent.length === 3)
  await notifier.close()
  const [{ url, body, headers }] = sent as [Sent]
  expect(url).toBe('https://app.test/hook')
  expect(JSON.parse(body)).toMatchObject({
    type: 'generation.completed',
    data: { id: 'gen_1', video: { url: 'https://v3.fal.media/a.mp4' }, tags: ['film'] },
  })
  expect(body).not.toContain(ended.webhookToken)
  const timestamp = Math.floor(started / 1_000)
  const signed = createHmac('sha256', 'secret').update(`gen_1:2.${timestamp}.${body}`).digest('base64')
  expect(headers['webhook-signature']).toBe(`v1,${signed}`)
  expect(new Set(sent.map((attempt) => attempt.headers['webhook-id']))).toEqual(new Set(['gen_1:2']))
  expect(new Set(sent.map((attempt) => attempt.body)).size).toBe(1)
  expect(sent.map(({ at }) => at - started)).toEqual([0, 5_000, 15_000])
  expect(notes).toEqual(Array.from({ length: 2 }, () => 'warn a viewer’s webhook was not taken'))
  expect(await isEmpty(opened.store.outbox)).toBe(true)
})

test('an archived video is told by its address of this moment, and its key by nothing else', async () => {
  const { notifier, sent } = startNotifier(
    undefined,
    'r1',
    async (video) => `https://kit.example/${video.archiveKey}`,
  )
  await end({}, { archiveKey: 'k1' })
  await clock.runUntil(() => sent.length === 1)
  await notifier.close()
  const { video } = (JSON.parse(sent[0]?.body ?? '') as { data: { video: object } }).data
  expect(video).toMatchObject({ url: 'https://kit.example/k1', isArchived: true })
  expect(Object.keys(video)).not.toContain('archiveKey')
})

test('a process that dies right after the commit loses nothing: the next one tells', async () => {
  await end()
  await reopen()
  const { notifier, sent } = startNotifier()
  await clock.runUntil(() => sent.length === 1)
  await notifier.close()
  expect(sent[0]?.headers['webhook-id']).toBe('gen_1:2')
})

test('a process that dies while it tells is followed by one that tells again, by the same id', async () => {
  await end()
  const hanging = startNotifier(() => null)
  await clock.runUntil(() => hanging.sent.length === 1)
  await reopen()
  const { notifier, sent } = startNotifier(() => 204, 'r2')
  await clock.runUntil(() => sent.length === 1)
  await notifier.close()
  expect(sent[0]?.headers['webhook-id']).toBe(hanging.sent[0]?.headers['webhook-id'])
  expect(await isEmpty(opened.store.outbox)).toBe(true)
  await hanging.notifier.close()
})

test('what is on its way when the server closes is given back', async () => {
  await end()
  const first = startNotifier(() => null)
  await clock.runUntil(() => first.sent.length === 1)
  await first.notifier.close()
  const second = startNotifier(() => 204, 'r2')
  await clock.runUntil(() => second.sent.length === 1)
  await second.notifier.close()
  expect(first.notes).toEqual([])
})

test('two replicas share the work and never tell one thing twice', async () => {
  const replicas = [startNotifier(), startNotifier(() => 204, 'r2')]
  for (let index = 0; index < 60; index++) await end({ id: `gen_${index}` })
  const all = () => replicas.flatMap(({ sent }) => sent.map(({ headers }) => headers['webhook-id']))
  await clock.runUntil(() => all().length >= 60)
  await Promise.all(replicas.map(({ notifier }) => notifier.close()))
  expect(new Set(all()).size).toBe(60)
  expect(all()).toHaveLength(60)
})

test('receivers that hang do not hold up the others for longer than they have places', async () => {
  for (let index = 0; index < 19; index++)
    await end({ id: `hangs_${index}`, webhookUrl: 'https://hang.test/' })
  for (let index = 0; index < 5; index++) await end({ id: `gen_${index}` })
  const { notifier, sent } = startNotifier((_attempt, { url }) => (url.includes('hang') ? null : 204))
  await clock.runUntil(() => sent.filter(({ url }) => !url.includes('hang')).length === 5, 1_000)
  expect(sent).toHaveLength(24)
  await notifier.close()
})

test('the pauses grow to an hour; after a day it is given up with a note', async () => {
  const { notifier, sent, notes } = startNotifier(() => 503)
  const started = clock.now()
  notifier.wake(await end())
  await clock.runUntil(() => notes.some((note) => note.startsWith('error')), 2 * DAY)
  await notifier.close()
  const pauses = sent.slice(1).map(({ at }, index) => at - sent[index]!.at)
  expect(pauses.slice(0, 4)).toEqual([5_000, 10_000, 20_000, 40_000])
  // It looks every five seconds, so an hour is an hour and up to that much more.
  expect(Math.max(...pauses)).toBeLessThanOrEqual(3_605_000)
  const age = sent.at(-1)!.at - started
  expect(age).toBeGreaterThanOrEqual(DAY)
  expect(age).toBeLessThan(DAY + 3_605_000)
  expect(notes.at(-1)).toBe('error a viewer’s webhook was given up')
  expect(await isEmpty(opened.store.outbox)).toBe(true)
})

test('a receiver that wants no more is not asked again', async () => {
  const { notifier, sent, notes } = startNotifier(() => 410)
  notifier.wake(await end())
  await clock.runUntil(() => notes.length > 0)
  await notifier.close()
  expect(sent).toHaveLength(1)
  expect(notes).toEqual(['error a viewer’s webhook was given up'])
  expect(await isEmpty(opened.store.outbox)).toBe(true)
})
