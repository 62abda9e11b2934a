import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished, expect, test } from 'vitest'
import { call, follow, startEmulator, submit, TEXT_TO_VIDEO } from '../testing/quick-emulator.ts'
import { download } from './download.ts'

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

async function fetchTo(url: string, changes: Partial<Parameters<typeof download>[2]> = {}) {
  const directory = await mkdtemp(join(tmpdir(), 'download-test-'))
  onTestFinished(() => rm(directory, { recursive: true, force: true }))
  const options = {
    maximumSize: 1000,
    timeoutMs: 5000,
    allowPrivateHosts: true,
    signal: new AbortController().signal,
  }
  const file = join(directory, 'file')
  return { done: download(url, file, { ...options, ...changes }), file, directory }
}

test('a file is fetched through redirects', async () => {
  const base = await serve(({ url }, response) => {
    if (url === '/moved') response.writeHead(302, { location: '/here' }).end()
    else response.end('the bytes')
  })
  const { done, file } = await fetchTo(`${base}/moved`)
  await done
  expect(await readFile(file, 'utf8')).toBe('the bytes')
})

test.each([
  ['a missing file', 404, {}, 'file_download_error'],
  ['a redirect without end', 302, { location: '/again' }, 'file_download_error'],
  ['a redirect to another kind of address', 302, { location: 'file:///etc/passwd' }, 'file_download_error'],
  ['a length that is over the limit', 200, { 'content-length': '1001' }, 'file_too_large'],
])('%s is refused, and leaves nothing behind', async (_name, status, headers, type) => {
  const base = await serve((_request, response) => response.writeHead(status, headers).end())
  const { done, directory } = await fetchTo(base)
  await expect(done).rejects.toMatchObject({ name: 'MediaError', type })
  expect(await readdir(directory)).toEqual([])
})

test('a body that grows over the limit without saying so is cut off', async () => {
  const base = await serve((_request, response) => {
    response.write('x'.repeat(900))
    response.end('x'.repeat(900))
  })
  const { done, directory } = await fetchTo(base)
  await expect(done).rejects.toMatchObject({ type: 'file_too_large', context: { max_size: 1000 } })
  expect(await readdir(directory)).toEqual([])
})

test('a server that never answers is given up', async () => {
  const { done } = await fetchTo(await serve(() => undefined), { timeoutMs: 50 })
  await expect(done).rejects.toThrow('took longer than 0.05 s')
})

test('a server that sends a byte now and then for ever is given up, and leaves nothing behind', async () => {
  const base = await serve((_request, response) => {
    const drip = setInterval(() => response.write('x'), 10)
    response.on('close', () => clearInterval(drip))
  })
  const { done, directory } = await fetchTo(base, { timeoutMs: 100 })
  await expect(done).rejects.toMatchObject({ type: 'file_download_error' })
  expect(await readdir(directory)).toEqual([])
})

test('private addresses are refused before anything is sent', async () => {
  let requests = 0
  const base = await serve((_request, response) => {
    requests += 1
    response.end()
  })
  for (const url of [
    base,
    base.replace('127.0.0.1', 'localhost'),
    base.replace('127.0.0.1', '[::ffff:127.0.0.1]'),
  ]) {
    const { done } = await fetchTo(url, { allowPrivateHosts: false })
    await expect(done).rejects.toMatchObject({ type: 'file_download_error' })
  }
  expect(requests).toBe(0)
})

test('a request with a private picture ends as the 422 of its field', async () => {
  const emulator = await startEmulator({ queueSeconds: 0 })
  const base = await serve((_request, response) => response.end())
  const input = { image_url: `${base}/secret.png`, prompt: 'a kite' }
  const id = await submit(emulator, input, { endpoint: 'fal-ai/pika/v2.2/image-to-video' })
  await follow(emulator, id)
  const result = await call(emulator, `/queue/fal-ai/pika/requests/${id}`)
  expect(result.status).toBe(422)
  expect(await result.json()).toMatchObject({
    detail: [{ loc: ['body', 'image_url'], type: 'file_download_error' }],
  })
})

test('an operation without pictures fetches none', async () => {
  const emulator = await startEmulator({ queueSeconds: 0 })
  const id = await submit(emulator, { prompt: 'a kite', duration: '5' }, { endpoint: TEXT_TO_VIDEO })
  await follow(emulator, id)
  expect((await call(emulator, `/queue/fal-ai/pika/requests/${id}`)).status).toBe(200)
})
