// The way of a finished video through the whole server: copied, served, told, and deleted.
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sampleVideo } from '@pika-kit/core/conformance'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { generate, postGraphql } from '../test-support/graphql-request.ts'
import { createStagedGateway, finishedVideo, type StagedGateway } from '../test-support/staged-gateway.ts'
import { startVideoSource, type VideoSource } from '../test-support/video-source.ts'
import { createTestServer, type TestServer } from '../testing.ts'

const bytes = sampleVideo(20_000)
const finished = { status: 'FINISHED', queuePosition: null, logs: [] } as const
let source: VideoSource
let gateway: StagedGateway
let directory: string
let server: TestServer
beforeEach(async () => {
  source = await startVideoSource()
  gateway = createStagedGateway()
  directory = await mkdtemp(join(tmpdir(), 'pika-kit-videos-'))
  await start()
})
afterEach(async () => {
  await server.close()
  await source.close()
  await rm(directory, { recursive: true })
})

async function start(options: Parameters<typeof createTestServer>[0] = {}) {
  server = await createTestServer({
    fal: { key: 'test', baseUrl: source.origin },
    gateway,
    archive: { directory: join(directory, 'videos') },
    database: { directory: join(directory, 'data') },
    timing: { firstPoll: 20, longestPoll: 50 },
    ...options,
  })
}

interface Read {
  status: string
  video: {
    url: string
    downloadUrl: string
    isArchived: boolean
    contentType: string
    fileSize: number
  } | null
}
const FIELDS = 'status video { url downloadUrl isArchived contentType fileSize }'

async function read(id: string, headers?: Record<string, string>) {
  const query = `query ($id: ID!) { generation(id: $id) { ${FIELDS} } }`
  const { data } = await postGraphql(server.url, query, { id }, headers)
  return data?.['generation'] as Read | null
}

/** Generates a video that fal has at this address; answers its id. */
async function finish(url: string, headers?: Record<string, string>) {
  gateway.outcome = { type: 'video', video: { ...finishedVideo, url }, billableUnits: 1 }
  const id = await generate(server.url, 'a heron', headers)
  await expect.poll(() => gateway.submissions.length).toBe(1)
  gateway.tell('request-1', finished)
  return id
}

async function archived(headers?: Record<string, string>) {
  const id = await finish(await source.offer({ bytes }), headers)
  await expect.poll(async () => (await read(id, headers))?.status).toBe('COMPLETED')
  const { video } = (await read(id, headers)) as Read
  return { id, video: video as NonNullable<Read['video']> }
}

test('a finished video is served from here, whole, in ranges and as a download', async () => {
  const { video } = await archived()
  expect(video).toMatchObject({ isArchived: true, contentType: 'video/mp4', fileSize: bytes.byteLength })
  expect(video.url).toMatch(new RegExp(`^${server.url}/videos/[\\w-]{32}/out\\.mp4$`))

  const whole = await fetch(video.url)
  expect(new Uint8Array(await whole.arrayBuffer())).toEqual(bytes)
  expect(Object.fromEntries(whole.headers)).toMatchObject({
    'content-type': 'video/mp4',
    'content-length': '20000',
    'accept-ranges': 'bytes',
    'x-content-type-options': 'nosniff',
    'access-control-allow-origin': '*',
    'cache-control': 'private, max-age=3600',
  })
  const etag = whole.headers.get('etag') as string

  const range = async (value: string, headers = {}) => {
    const response = await fetch(video.url, { headers: { range: value, ...headers } })
    const size = (await response.arrayBuffer()).byteLength
    return [response.status, response.headers.get('content-range'), size]
  }
  expect(await range('bytes=0-99')).toEqual([206, 'bytes 0-99/20000', 100])
  expect(await range('bytes=19990-')).toEqual([206, 'bytes 19990-19999/20000', 10])
  expect(await range('bytes=-5')).toEqual([206, 'bytes 19995-19999/20000', 5])
  expect(await range('bytes=100-999999')).toEqual([206, 'bytes 100-19999/20000', 19_900])
  expect(await range('bytes=20000-')).toEqual([416, 'bytes */20000', 0])
  expect(await range('bytes=9-1')).toEqual([200, null, 20_000])
  expect(await range('bytes=0-1,4-5')).toEqual([200, null, 20_000])
  expect(await range('bytes=0-99', { 'if-range': etag })).toEqual([206, 'bytes 0-99/20000', 100])
  expect(await range('bytes=0-99', { 'if-range': '"other"' })).toEqual([200, null, 20_000])
  expect((await fetch(video.url, { headers: { 'if-none-match': etag } })).status).toBe(304)

  const head = await fetch(video.url, { method: 'HEAD' })
  expect([head.status, head.headers.get('content-length'), await head.text()]).toEqual([200, '20000', ''])
  const download = await fetch(video.downloadUrl)
  expect(download.headers.get('content-disposition')).toBe('attachment; filename="out.mp4"')
  expect((await download.arrayBuffer()).byteLength).toBe(20_000)
})

test('what is no key of a video is not found', async () => {
  const { video } = await archived()
  const guessed = video.url.replace(/videos\/[\w-]+/, `videos/${'A'.repeat(32)}`)
  for (const url of [
    guessed,
    `${server.url}/videos/partial/out.mp4`,
    `${server.url}/videos/..%2f..%2fpika-kit.sqlite/x`,
    video.url.replace('/out.mp4', ''),
  ])
    expect((await fetch(url)).status, url).toBe(404)
  expect((await fetch(video.url, { method: 'DELETE' })).status).toBe(404)
})

test('the address is made when it is asked for: it follows the port, and the public address', async () => {
  const { id, video } = await archived()
  const key = /videos\/([\w-]+)/.exec(video.url)?.[1] as string
  await server.close()
  await start({ webhooks: { publicUrl: 'https://kit.example' } })
  expect((await read(id))?.video?.url).toBe(`https://kit.example/videos/${key}/out.mp4`)
  await server.close()
  await start()
  expect((await read(id))?.video?.url).toBe(`${server.url}/videos/${key}/out.mp4`)
  // Turned off since: the provider's link is what is left.
  await server.close()
  await start({ archive: null })
  expect((await read(id))?.video?.url).toBe(`${source.origin}/0`)
})

test('a video that cannot be copied is completed with the link of fal', async () => {
  const gone = await finish(await source.offer({ status: 410 }))
  await expect.poll(async () => (await read(gone))?.status).toBe('COMPLETED')
  expect((await read(gone))?.video).toMatchObject({ url: `${source.origin}/0`, isArchived: false })
  const metrics = await (await fetch(`${server.url}/metrics`)).text()
  expect(metrics).toContain('pika_archive_copies_total{outcome="refused"} 1')
})

test('a deleted video is gone from the folder, and its address leads nowhere', async () => {
  const { id, video } = await archived()
  const metrics = await (await fetch(`${server.url}/metrics`)).text()
  expect(metrics).toContain('pika_archive_copies_total{outcome="archived"} 1')
  expect(metrics).toContain('pika_archive_bytes_total{storage="disk"} 20000')
  await postGraphql(server.url, `mutation { deleteGeneration(id: "${id}") { __typename } }`)
  expect((await fetch(video.url)).status).toBe(404)
  expect(await readdir(join(directory, 'videos'))).toEqual(['partial'])
})

test('another viewer can neither see the address nor delete the video', async () => {
  await server.close()
  await start({ authenticate: (request) => ({ id: request.headers.get('x-viewer') ?? 'nobody' }) })
  const ada = { 'x-viewer': 'ada' }
  const eve = { 'x-viewer': 'eve' }
  const { id, video } = await archived(ada)
  const ask = async (query: string) => {
    const own = await postGraphql(server.url, query, { id }, eve)
    const missing = await postGraphql(server.url, query, { id: 'gen_none' }, eve)
    expect(own).toEqual(missing)
  }
  await ask(`query ($id: ID!) { generation(id: $id) { ${FIELDS} } }`)
  await ask(`query ($id: ID!) { node(id: $id) { ... on Generation { ${FIELDS} } } }`)
  await ask(`mutation ($id: ID!) { deleteGeneration(id: $id) { ... on UserError { code message } } }`)
  expect((await fetch(video.url)).status).toBe(200)
  expect((await read(id, ada))?.video?.url).toBe(video.url)
})
