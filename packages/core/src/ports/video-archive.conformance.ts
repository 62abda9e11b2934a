import { describe, expect, test } from 'vitest'
import type { VideoArchive } from './video-archive.ts'

/** How a provider hands a video over in a test. */
export type OfferedVideo =
  | { bytes: Uint8Array }
  /** Breaks off after so many bytes, though it promised all. */
  | { bytes: Uint8Array; cutAt: number }
  /** Sends so many bytes, and then nothing for ever. */
  | { bytes: Uint8Array; stallAt: number }
  /** Answers with this status. */
  | { status: number }

/** An empty archive under test, beside a provider. `close` frees what both hold. */
export interface ArchiveUnderTest {
  archive: VideoArchive
  /** Puts a video, or a fault, at an address that the archive may read. */
  offer(video: OfferedVideo): Promise<string>
  /** What anyone who has the key can read; null where there is nothing. */
  read(key: string): Promise<Uint8Array | null>
  close(): Promise<void>
}

/** The beginning of an MP4 file, and bytes that follow no pattern of a chunk's size. */
export function sampleVideo(size: number, seed = 1): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(size)
  for (let index = 0; index < size; index++) bytes[index] = (index * 31 + (index >> 8) * 7 + seed) & 255
  bytes.set(
    [0, 0, 0, 24, ...'ftypisom'].map((part) => (typeof part === 'string' ? part.charCodeAt(0) : part)),
  )
  bytes.set(
    [...'\0\0\0\0isommp42'].map((letter) => letter.charCodeAt(0)),
    12,
  )
  return bytes
}

/** The promises of `VideoArchive`; `open` makes an empty one for each test. Its idle timeout must be short. */
export function describeVideoArchive(name: string, open: () => Promise<ArchiveUnderTest>): void {
  describe(`${name} keeps the promises of a video archive`, () => {
    const withArchive = (run: (under: ArchiveUnderTest) => Promise<void>) => async () => {
      const under = await open()
      try {
        await run(under)
      } finally {
        await under.close()
      }
    }
    const videoAt = (url: string) => ({
      url,
      contentType: null,
      fileName: 'out.mp4',
      fileSize: null,
      width: null,
      height: null,
      duration: null,
    })
    const never = new AbortController().signal

    test(
      'keys are unguessable, safe in a URL, and never given out twice',
      withArchive(async ({ archive }) => {
        const keys = Array.from({ length: 1_000 }, () => archive.newKey())
        expect(new Set(keys).size).toBe(1_000)
        // 22 letters of 64 kinds are 132 bits.
        for (const key of keys) expect(key).toMatch(/^[\w-]{22,}$/)
      }),
    )

    test.each([100, 4_100, 300_000, 8 * 1024 * 1024, 17 * 1024 * 1024 + 5])(
      'a video of %i bytes is copied byte for byte, and what it is is said',
      (size) =>
        withArchive(async ({ archive, offer, read }) => {
          const bytes = sampleVideo(size)
          const key = archive.newKey()
          const outcome = await archive.copy(key, videoAt(await offer({ bytes })), never)
          expect(outcome).toMatchObject({
            type: 'archived',
            video: { contentType: 'video/mp4', fileSize: size },
          })
          expect(Buffer.compare((await read(key)) ?? new Uint8Array(), bytes)).toBe(0)
        })(),
    )

    test(
      'a second copy replaces the first',
      withArchive(async ({ archive, offer, read }) => {
        const key = archive.newKey()
        await archive.copy(key, videoAt(await offer({ bytes: sampleVideo(9_000, 1) })), never)
        const second = sampleVideo(5_000, 2)
        await archive.copy(key, videoAt(await offer({ bytes: second })), never)
        expect(await read(key)).toEqual(second)
      }),
    )

    test.each<[string, OfferedVideo]>([
      ['is cut off', { bytes: sampleVideo(300_000), cutAt: 200_000 }],
      ['is cut off in its second part', { bytes: sampleVideo(9 * 1024 * 1024), cutAt: 8_500_000 }],
      ['stalls', { bytes: sampleVideo(300_000), stallAt: 200_000 }],
      ['is answered with 500', { status: 500 }],
      ['is answered with 429', { status: 429 }],
    ])('a video that %s may come later, and nothing of it can be read', (_name, offered) =>
      withArchive(async ({ archive, offer, read }) => {
        const key = archive.newKey()
        const outcome = await archive.copy(key, videoAt(await offer(offered)), never)
        expect(outcome.type).toBe('unavailable')
        expect(await read(key)).toBeNull()
      })(),
    )

    test(
      'a copy that breaks off leaves the one that was there',
      withArchive(async ({ archive, offer, read }) => {
        const key = archive.newKey()
        const first = sampleVideo(9_000)
        await archive.copy(key, videoAt(await offer({ bytes: first })), never)
        await archive.copy(key, videoAt(await offer({ bytes: sampleVideo(300_000), cutAt: 200_000 })), never)
        expect(await read(key)).toEqual(first)
      }),
    )

    test.each<[string, OfferedVideo]>([
      ['is gone', { status: 404 }],
      ['is gone for good', { status: 410 }],
      ['is a page', { bytes: new TextEncoder().encode('<!doctype html><h1>Sign in</h1>') }],
      ['is a picture', { bytes: new Uint8Array([137, 80, 78, 71, 13, 10, 26, 10, 0, 0, 0, 13]) }],
      ['is empty', { bytes: new Uint8Array() }],
    ])('what %s is refused, and nothing can be read', (_name, offered) =>
      withArchive(async ({ archive, offer, read }) => {
        const key = archive.newKey()
        const outcome = await archive.copy(key, videoAt(await offer(offered)), never)
        expect(outcome.type).toBe('refused')
        expect(await read(key)).toBeNull()
      })(),
    )

    test(
      'a copy that is told to end ends, and leaves nothing',
      withArchive(async ({ archive, offer, read }) => {
        const key = archive.newKey()
        const url = await offer({ bytes: sampleVideo(300_000), stallAt: 200_000 })
        const controller = new AbortController()
        const copying = archive.copy(key, videoAt(url), controller.signal)
        controller.abort()
        expect((await copying).type).toBe('unavailable')
        expect((await archive.copy(key, videoAt(url), controller.signal)).type).toBe('unavailable')
        expect(await read(key)).toBeNull()
      }),
    )

    test(
      'after a removal nothing can be read, and it may be asked for again',
      withArchive(async ({ archive, offer, read }) => {
        const key = archive.newKey()
        await archive.copy(key, videoAt(await offer({ bytes: sampleVideo(9_000) })), never)
        await archive.remove(key)
        expect(await read(key)).toBeNull()
        await archive.remove(key)
        await archive.remove(archive.newKey())
      }),
    )
  })
}
