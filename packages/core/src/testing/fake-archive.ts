import type { Video } from '../generation/generation.ts'
import type { ArchiveOutcome, VideoArchive } from '../ports/video-archive.ts'

/** An archive that does what a test says, and remembers what it was asked. */
export interface FakeArchive extends VideoArchive {
  /** Every copy that was tried, in order. */
  readonly copies: readonly { key: string; source: Video }[]
  /** The keys under which there is a video now. */
  readonly keys: ReadonlySet<string>
}

/** What a fake archive says of each video that it copied. */
export const archivedFacts = {
  contentType: 'video/mp4',
  fileSize: 2_000,
  width: null,
  height: null,
  duration: null,
}

/** Makes an archive that takes everything, except where `copy` answers otherwise; undefined means that it takes it. */
export function createFakeArchive(
  copy: (key: string, source: Video, signal: AbortSignal) => Promise<ArchiveOutcome | undefined> = async () =>
    undefined,
): FakeArchive {
  const copies: { key: string; source: Video }[] = []
  const keys = new Set<string>()
  let count = 0
  return {
    copies,
    keys,
    newKey: () => `key_${++count}`,
    async copy(key, source, signal) {
      copies.push({ key, source })
      const outcome = (await copy(key, source, signal)) ?? { type: 'archived', video: archivedFacts }
      if (outcome.type === 'archived') keys.add(key)
      return outcome
    },
    async remove(key) {
      keys.delete(key)
    },
  }
}
