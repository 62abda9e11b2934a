import { randomBytes } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { type FileHandle, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { VideoStorage } from './video-archive.ts'

export interface DiskStorage extends VideoStorage {
  /** The file of a key; null for what is no key. It may not be there. */
  pathOf(key: string): string | null
}

const KEY = /^[\w-]{22,64}$/
/** No copy takes so long: what is older was left by a process that died. */
const LEFT_BEHIND_MS = 60 * 60_000

/**
 * Keeps videos as files of a folder, named by their keys. A file comes to its name only when it is whole and flushed, so
 * neither a crash nor a full disk leaves half a video to be served. Throws when the folder cannot be made.
 */
export function createDiskStorage(directory: string): DiskStorage {
  // For this account alone: the names are what protects the videos.
  mkdirSync(directory, { recursive: true, mode: 0o700 })
  const partials = join(directory, 'partial')
  mkdirSync(partials, { recursive: true, mode: 0o700 })
  void clear(partials)
  const pathOf = (key: string) => (KEY.test(key) ? join(directory, key) : null)
  const mustPathOf = (key: string) => {
    const path = pathOf(key)
    if (path === null) throw new TypeError('not a key of the archive')
    return path
  }

  return {
    pathOf,
    async write(key, _contentType, bytes, signal) {
      const path = mustPathOf(key)
      const partial = join(partials, randomBytes(12).toString('hex'))
      const file = await open(partial, 'wx', 0o600)
      try {
        await writeAll(file, bytes, signal)
        await rename(partial, path)
        await flushFolder(directory)
      } catch (error) {
        await rm(partial, { force: true })
        throw error
      }
    },
    async remove(key) {
      await rm(mustPathOf(key), { force: true })
      await flushFolder(directory)
    },
  }
}

async function writeAll(
  file: FileHandle,
  bytes: AsyncIterable<Uint8Array>,
  signal: AbortSignal,
): Promise<void> {
  try {
    for await (const chunk of bytes) {
      signal.throwIfAborted()
      await file.writeFile(chunk)
    }
    signal.throwIfAborted()
    await file.sync()
  } finally {
    await file.close()
  }
}

/** A name in a folder is itself something to be flushed; where a system cannot open folders, it is left to it. */
async function flushFolder(directory: string): Promise<void> {
  const folder = await open(directory, 'r').catch(() => null)
  if (!folder) return
  await folder.sync().catch(() => undefined)
  await folder.close()
}

/** Takes away what earlier processes did not finish. */
async function clear(partials: string): Promise<void> {
  for (const name of await readdir(partials).catch(() => [])) {
    const path = join(partials, name)
    const found = await stat(path).catch(() => null)
    if (found && Date.now() - found.mtimeMs > LEFT_BEHIND_MS)
      await rm(path, { force: true }).catch(() => undefined)
  }
}
