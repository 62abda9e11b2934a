import { createFalClient } from '@fal-ai/client'
import { expect, onTestFinished, test } from 'vitest'
import { createEmulator, type EmulatorOptions, falClientOptions } from '../index.ts'
import { fakeRenderer } from '../testing/fake-renderer.ts'
import { parseRange } from './file-routes.ts'

const headers = { authorization: 'Key any', 'content-type': 'application/json' }

async function start(options: EmulatorOptions = {}) {
  const emulator = await createEmulator({ renderer: fakeRenderer(), ...options })
  onTestFinished(() => emulator.close())
  return emulator
}

async function initiate(url: string, extra: Record<string, string> = {}, kind = 'initiate') {
  const answer = await fetch(`${url}/rest/storage/upload/${kind}?storage_type=fal-cdn-v3`, {
    method: 'POST',
    headers: { ...headers, ...extra },
    body: JSON.stringify({ file_name: '../../a "b".txt', content_type: 'text/plain' }),
  })
  return (await answer.json()) as { upload_url: string; file_url: string }
}

async function upload(url: string, text: string, extra?: Record<string, string>): Promise<string> {
  const { upload_url, file_url } = await initiate(url, extra)
  expect((await fetch(upload_url, { method: 'PUT', body: text })).status).toBe(200)
  return file_url
}

test('a file is served whole, in ranges, and by its head alone', async () => {
  const { url } = await start()
  const file = await upload(url, '0123456789')
  const whole = await fetch(file)
  expect(await whole.text()).toBe('0123456789')
  expect(whole.headers.get('accept-ranges')).toBe('bytes')
  expect(whole.headers.get('x-content-type-options')).toBe('nosniff')
  const part = await fetch(file, { headers: { range: 'bytes=2-4' } })
  expect([part.status, part.headers.get('content-range'), await part.text()]).toEqual([
    206,
    'bytes 2-4/10',
    '234',
  ])
  const end = await fetch(file, { headers: { range: 'bytes=-3' } })
  expect([end.status, await end.text()]).toEqual([206, '789'])
  const beyond = await fetch(file, { headers: { range: 'bytes=10-' } })
  expect([beyond.status, beyond.headers.get('content-range')]).toEqual([416, 'bytes */10'])
  const head = await fetch(file, { method: 'HEAD' })
  expect([head.status, head.headers.get('content-length')]).toEqual([200, '10'])
})

test.each([
  ['bytes=0-0', { start: 0, end: 0 }],
  ['bytes=5-99', { start: 5, end: 9 }],
  ['bytes=-99', { start: 0, end: 9 }],
  ['bytes=-0', 'unsatisfiable'],
  ['bytes=4-2', undefined],
  ['bytes=0-1,3-4', undefined],
  ['lines=0-1', undefined],
  ['bytes=-', undefined],
] as const)('the range %s of ten bytes', (header, range) => {
  expect(parseRange(header, 10)).toEqual(range)
})

test('parts may come in any order, and one that is missing is named', async () => {
  const { url } = await start()
  const { upload_url, file_url } = await initiate(url, {}, 'initiate-multipart')
  const put = async (part: number, text: string): Promise<unknown> =>
    (await fetch(`${upload_url}/${part}`, { method: 'PUT', body: text })).json()
  const complete = (...numbers: number[]): Promise<Response> => {
    const parts = numbers.map((partNumber) => ({ partNumber, etag: 'any' }))
    return fetch(`${upload_url}/complete`, { method: 'POST', headers, body: JSON.stringify({ parts }) })
  }
  await put(2, 'world')
  expect((await complete(1, 2)).status).toBe(400)
  expect(await put(1, 'hello ')).toMatchObject({ partNumber: 1, etag: expect.any(String) as unknown })
  expect((await complete(2, 1)).status).toBe(200)
  expect(await (await fetch(file_url)).text()).toBe('hello world')
})

test('what is too large, unknown or expired is refused', async () => {
  const { url } = await start({ maximumFileSize: 8 })
  const { upload_url } = await initiate(url)
  expect((await fetch(upload_url, { method: 'PUT', body: '012345678' })).status).toBe(413)
  expect(
    (
      await fetch(upload_url.replace(/uploads\/[^/]+/, 'uploads/AAAAAAAAAAAAAAAAAAAAAA'), {
        method: 'PUT',
        body: 'x',
      })
    ).status,
  ).toBe(404)
  const lifecycle = JSON.stringify({ expiration_duration_seconds: 0.001 })
  const expired = await initiate(url, { 'x-fal-object-lifecycle': lifecycle })
  await expect
    .poll(async () => (await fetch(expired.upload_url, { method: 'PUT', body: 'x' })).status)
    .toBe(404)
  expect((await fetch(`${url}/rest/storage/upload/initiate`, { method: 'POST', body: '{}' })).status).toBe(
    401,
  )
})

test('an uploaded page is served as bytes, never as a page', async () => {
  const { url } = await start()
  const fal = createFalClient(falClientOptions(url))
  for (const type of ['text/html', 'image/svg+xml']) {
    const file = await fal.storage.upload(new File(['<script>alert(1)</script>'], 'x.html', { type }))
    expect((await fetch(file)).headers.get('content-type')).toBe('application/octet-stream')
  }
})
