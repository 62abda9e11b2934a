import { randomBytes } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import type { VideoArchive } from '@pika-kit/core'
import { CopyRefusedError, openVideo, SourceBusyError } from './download.ts'
import { checkVideo } from './video-bytes.ts'

/** Where whole videos are kept by key. */
export interface VideoStorage {
  /** Whole or nothing: what throws has left nothing that can be read. Replaces what the key has. */
  write(
    key: string,
    contentType: string,
    bytes: AsyncIterable<Uint8Array>,
    signal: AbortSignal,
  ): Promise<void>
  /** Does nothing where there is none. Throws when the storage cannot be reached. */
  remove(key: string): Promise<void>
}

export interface VideoArchiveOptions {
  storage: VideoStorage
  trustedOrigin: string | null
  /** A larger video is left where the provider has it. */
  maximumBytes: number
  /** By default 30 seconds. */
  idleMs?: number
  /** Called after each copy, for the metrics. */
  onCopied?: (outcome: 'archived' | 'refused' | 'unavailable', bytes: number) => void
}

/** Core's port over a storage: downloads with care, checks by its bytes that it is a video, and stores it as it comes. */
export function createVideoArchive({
  storage,
  trustedOrigin,
  maximumBytes,
  idleMs = 30_000,
  onCopied = () => {},
}: VideoArchiveOptions): VideoArchive {
  return {
    newKey: () => randomBytes(24).toString('base64url'),
    async copy(key, source, signal) {
      let response: IncomingMessage | undefined
      const end = () => void response?.destroy()
      signal.addEventListener('abort', end, { once: true })
      try {
        response = await openVideo(source.url, { trustedOrigin, idleMs, signal })
        const video = await checkVideo(response, { maximumBytes, idleMs })
        await storage.write(key, video.contentType, video.bytes, signal)
        onCopied('archived', video.size())
        return {
          type: 'archived',
          video: {
            contentType: video.contentType,
            fileSize: video.size(),
            width: null,
            height: null,
            duration: null,
          },
        }
      } catch (error) {
        const cause = error instanceof Error ? error.message : String(error)
        const type = error instanceof CopyRefusedError ? 'refused' : 'unavailable'
        onCopied(type, 0)
        if (type === 'refused') return { type, cause }
        return { type, cause, retryAfterMs: error instanceof SourceBusyError ? error.retryAfterMs : null }
      } finally {
        signal.removeEventListener('abort', end)
        end()
      }
    },
    remove: (key) => storage.remove(key),
  }
}
