import type { Video } from '../generation/generation.ts'

/** What is known of a copy for sure, because its bytes were read. What they do not tell is null. */
export type ArchivedVideo = Pick<Video, 'contentType' | 'fileSize' | 'width' | 'height' | 'duration'>

/**
 * How a copy ended. `refused` is for good: the provider no longer has the video, or what it has is none.
 * `unavailable` may pass: the provider or the archive cannot be reached, is busy, or has no room.
 */
export type ArchiveOutcome =
  | { type: 'archived'; video: ArchivedVideo }
  | { type: 'refused'; cause: string }
  | { type: 'unavailable'; cause: string; retryAfterMs: number | null }

/**
 * The project's own storage of finished videos.
 *
 * Promises:
 * - A key holds at least 128 bits that nobody can guess, is safe in a URL, and is never given out twice: whoever has it
 *   may read the video, since a `<video>` element sends no credentials.
 * - `copy` is whole or nothing: what can be read under a key is a whole video, also after a crash in the middle. Under a
 *   key that has a copy it replaces that one. It does not throw for what networks, the provider or the storage do.
 * - `copy` ends soon after the signal is aborted, and then answers `unavailable`.
 * - After `remove` nothing can be read under the key; removing what is not there does nothing. It throws when the storage
 *   cannot be reached.
 * Every implementation passes `video-archive.conformance.ts`.
 */
export interface VideoArchive {
  /** A new key. */
  newKey(): string
  copy(key: string, source: Video, signal: AbortSignal): Promise<ArchiveOutcome>
  remove(key: string): Promise<void>
}
