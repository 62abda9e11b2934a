import { createHmac } from 'node:crypto'
import type { Clock, Generation } from '@pika-kit/core'
import { expect, test } from 'vitest'
import { silentObserver } from '../observability/logger.ts'
import { isPublicAddress } from '../security/public-address.ts'
import { createNotifier } from './notifier.ts'
import { postPublic } from './post-public.ts'

const clock: Clock = { now: () => 1_700_000_000_000, sleep: async () => {} }
const final = {
  id: 'gen_1',
  revision: 7,
  status: 'COMPLETED',
  operationId: 'TEXT_TO_VIDEO',
  webhookUrl: 'https://app.test/hook',
  video: { url: 'https://v3.fal.media/a.mp4' },
  error: null,
  tags: ['film'],
  requestId: 'r1',
  createdAt: 1,
  completedAt: 2,
  webhookToken: 'secret token',
} as unknown as Generation

function recorder(...statuses: number[]) {
  const sent: { url: string; body: string; headers: Readonly<Record<string, string>> }[] = []
  const done = Promise.withResolvers<void>()
  const notifier = createNotifier({
    clock,
    observer: silentObserver,
    secret: 'whsec_c2VjcmV0',
    post: async (url, body, headers) => {
      sent.push({ url, body, headers })
      if (sent.length === statuses.length) done.resolve()
      return statuses[sent.length - 1] ?? 200
    },
  })
  return { sent, notifier, done: done.promise }
}

test('a final generation is told, signed, and again until it is taken', async () => {
  const { sent, notifier, done } = recorder(500, 302, 204)
  notifier.notify(final)
  await done
  await notifier.close()
  expect(sent).toHaveLength(3)
  const [{ url, body, headers }] = sent as [(typeof sent)[number]]
  expect(url).toBe('https://app.test/hook')
  expect(JSON.parse(body)).toMatchObject({
    type: 'generation.completed',
    data: { id: 'gen_1', video: { url: 'https://v3.fal.media/a.mp4' } },
  })
  expect(body).not.toContain('secret token')
  expect(new Set(sent.map((attempt) => attempt.headers['webhook-id']))).toEqual(new Set(['gen_1:7']))
  const signed = createHmac('sha256', 'secret').update(`gen_1:7.1700000000.${body}`).digest('base64')
  expect(headers['webhook-signature']).toBe(`v1,${signed}`)
})

test('what is not final, or has no webhook, is not told', async () => {
  const { sent, notifier } = recorder(200)
  notifier.notify({ ...final, status: 'IN_PROGRESS' })
  notifier.notify({ ...final, webhookUrl: null })
  await notifier.close()
  expect(sent).toEqual([])
})

test.each([
  'https://127.0.0.1/',
  'https://[::1]/',
  'https://[::ffff:10.0.0.1]/',
  'https://2130706433/',
  'https://localhost/',
  'https://169.254.169.254/',
  'http://example.com/',
])('%s is never delivered to', async (url) => {
  await expect(postPublic(url, '{}', {}, new AbortController().signal)).rejects.toThrow(
    /public address|only https/,
  )
})

test('public addresses are public', () => {
  expect(['1.1.1.1', '2606:4700::1111'].map(isPublicAddress)).toEqual([true, true])
})
