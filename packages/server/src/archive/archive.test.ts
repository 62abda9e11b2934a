import { mkdir, mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describeVideoArchive, sampleVideo } from '@pika-kit/core/conformance'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type MemoryS3, startMemoryS3 } from '../test-support/memory-s3.ts'
import { startVideoSource, type VideoSource } from '../test-support/video-source.ts'
import { createDiskStorage } from './disk-storage.ts'
import { openArchive } from './open-archive.ts'
import { createS3Storage } from './s3-storage.ts'
import { createVideoArchive } from './video-archive.ts'

const MEGABYTE = 1024 * 1024
const limits = { maximumBytes: 64 * MEGABYTE, idleMs: 250 }
const never = new AbortController().signal
const videoAt = (url: string) => ({
  url,
  contentType: null,
  fileName: 'A boat, at dusk.mp4',
  fileSize: null,
  width: null,
  height: null,
  duration: null,
})
const bucket = {
  bucket: 'kit',
  region: 'auto',
  accessKeyId: 'AKIA1',
  secretAccessKey: 'sesame',
  prefix: 'videos/',
}

describeVideoArchive('a folder', async () => {
  const source = await startVideoSource()
  const directory = await mkdtemp(join(tmpdir(), 'pika-kit-archive-'))
  const storage = createDiskStorage(directory)
  return {
    archive: createVideoArchive({ ...limits, storage, trustedOrigin: source.origin }),
    offer: source.offer,
    read: (key) =>
      readFile(storage.pathOf(key) ?? '').then(
        (bytes) => new Uint8Array(bytes),
        () => null,
      ),
    async close() {
      await source.close()
      // Whatever happened, no part of a file stays behind.
      expect(await readdir(join(directory, 'partial'))).toEqual([])
      await rm(directory, { recursive: true })
    },
  }
})

describeVideoArchive('a bucket', async () => {
  const source = await startVideoSource()
  const s3 = await startMemoryS3('AKIA1')
  const storage = createS3Storage({ ...bucket, endpoint: s3.url })
  return {
    archive: createVideoArchive({ ...limits, storage, trustedOrigin: source.origin }),
    offer: source.offer,
    async read(key) {
      const response = await fetch(await storage.urlOf(key, null))
      return response.ok ? new Uint8Array(await response.arrayBuffer()) : null
    },
    async close() {
      expect([...s3.openUploads.keys()]).toEqual([])
      await source.close()
      await s3.close()
    },
  }
})

describe('what may be read', () => {
  let source: VideoSource
  let other: VideoSource
  let directory: string
  beforeEach(async () => {
    source = await startVideoSource()
    other = await startVideoSource()
    directory = await mkdtemp(join(tmpdir(), 'pika-kit-archive-'))
  })
  afterEach(async () => {
    await source.close()
    await other.close()
    await rm(directory, { recursive: true })
  })
  const copy = async (url: string, changes: object = {}) => {
    const storage = createDiskStorage(directory)
    const archive = createVideoArchive({ ...limits, storage, trustedOrigin: source.origin, ...changes })
    return archive.copy(archive.newKey(), videoAt(url), never)
  }

  test('a redirect within the trusted origin is followed', async () => {
    const url = source.redirect(await source.offer({ bytes: sampleVideo(5_000) }))
    expect((await copy(url)).type).toBe('archived')
  })

  test('nothing is read from this machine or a private network, directly or by a redirect', async () => {
    const inside = await other.offer({ bytes: sampleVideo(5_000) })
    const secure = inside.replace('http:', 'https:')
    for (const url of [
      inside,
      secure,
      'https://10.0.0.1/a.mp4',
      'https://[::ffff:127.0.0.1]/a.mp4',
      'https://localhost/a.mp4',
    ]) {
      const direct = await copy(url)
      expect(direct.type, url).not.toBe('archived')
      const redirected = await copy(source.redirect(url))
      expect(redirected.type, url).not.toBe('archived')
    }
    expect(await copy(source.redirect(inside))).toEqual({
      type: 'refused',
      cause: 'the video is not at an https address',
    })
    expect(await copy('https://10.0.0.1/a.mp4')).toEqual({
      type: 'refused',
      cause: 'the video is not at a public address',
    })
    expect(await copy('file:///etc/passwd')).toMatchObject({ type: 'refused' })
  })

  test('a redirect that never ends is given up', async () => {
    const urls = ['']
    for (let count = 0; count < 5; count++) urls.push(source.redirect(urls.at(-1) || '/0'))
    expect(await copy(urls.at(-1) ?? '')).toEqual({
      type: 'refused',
      cause: 'the provider redirects more than 3 times',
    })
  })

  test('a video that is too large is refused, whatever was said of its size', async () => {
    const url = await source.offer({ bytes: sampleVideo(50_000) })
    expect(await copy(url, { maximumBytes: 49_999 })).toEqual({
      type: 'refused',
      cause: 'the video has more than 49999 bytes',
    })
    expect((await copy(url, { maximumBytes: 50_000 })).type).toBe('archived')
  })

  test('each copy is counted with its bytes', async () => {
    const counted: unknown[] = []
    const onCopied = (...outcome: unknown[]) => void counted.push(outcome)
    await copy(await source.offer({ bytes: sampleVideo(5_000) }), { onCopied })
    await copy(await source.offer({ status: 404 }), { onCopied })
    await copy(await source.offer({ status: 502 }), { onCopied })
    expect(counted).toEqual([
      ['archived', 5_000],
      ['refused', 0],
      ['unavailable', 0],
    ])
  })
})

describe('a folder', () => {
  test('what a process left behind an hour ago is cleared away, what may still be written is not', async () => {
    const directory = await mkdtemp(join(tmpdir(), 'pika-kit-archive-'))
    await mkdir(join(directory, 'partial'))
    for (const name of ['old', 'new']) await writeFile(join(directory, 'partial', name), 'half a video')
    const longAgo = new Date(Date.now() - 2 * 3_600_000)
    await utimes(join(directory, 'partial', 'old'), longAgo, longAgo)
    createDiskStorage(directory)
    await expect.poll(() => readdir(join(directory, 'partial'))).toEqual(['new'])
    await rm(directory, { recursive: true })
  })

  test('what is no key leads nowhere', async () => {
    const directory = await mkdtemp(join(tmpdir(), 'pika-kit-archive-'))
    const storage = createDiskStorage(directory)
    for (const key of ['', '..', 'partial', '../pika-kit.sqlite', 'a/b', `${'a'.repeat(22)}/..`])
      expect(storage.pathOf(key)).toBeNull()
    await expect(storage.remove('../pika-kit.sqlite')).rejects.toThrow('not a key')
    await rm(directory, { recursive: true })
  })
})

describe('a bucket', () => {
  let s3: MemoryS3
  beforeEach(async () => {
    s3 = await startMemoryS3('AKIA1')
  })
  afterEach(() => s3.close())

  test('links are signed and end, or are public where the bucket is', async () => {
    const video = {
      ...videoAt('https://v3.fal.media/a.mp4'),
      archiveKey: 'k'.repeat(32),
      contentType: 'video/mp4',
    }
    const signed = openArchive({ s3: { ...bucket, endpoint: s3.url } }, { ...limits, trustedOrigin: null })
    const url = new URL((await signed.urlOf(video, null, false)) ?? '')
    expect(url.pathname).toBe(`/kit/videos/${video.archiveKey}`)
    expect(url.searchParams.get('X-Amz-Expires')).toBe('86400')
    expect(url.href).not.toContain('sesame')
    const download = new URL((await signed.urlOf(video, null, true)) ?? '')
    expect(download.searchParams.get('response-content-disposition')).toBe(
      'attachment; filename="A-boat-at-dusk.mp4"',
    )
    const open = openArchive(
      { s3: { ...bucket, endpoint: s3.url, publicUrl: 'https://cdn.example' } },
      { ...limits, trustedOrigin: null },
    )
    expect(await open.urlOf(video, null, false)).toBe(`https://cdn.example/videos/${video.archiveKey}`)
    expect(await open.serve(new Request(`http://kit/videos/${video.archiveKey}/a.mp4`))).toBeNull()
  })

  test('a bucket that is busy may take it later, and then has it with its kind', async () => {
    const source = await startVideoSource()
    const storage = createS3Storage({ ...bucket, endpoint: s3.url })
    const archive = createVideoArchive({ ...limits, storage, trustedOrigin: source.origin })
    const key = archive.newKey()
    const video = videoAt(await source.offer({ bytes: sampleVideo(9_000) }))
    s3.failNext(1)
    const busy = await archive.copy(key, video, never)
    expect(busy).toMatchObject({ type: 'unavailable' })
    expect(JSON.stringify(busy)).not.toContain('sesame')
    expect((await archive.copy(key, video, never)).type).toBe('archived')
    expect(s3.objects.get(`/kit/videos/${key}`)?.contentType).toBe('video/mp4')
    s3.failNext(1)
    await expect(archive.remove(key)).rejects.toThrow()
    await source.close()
  })
})
