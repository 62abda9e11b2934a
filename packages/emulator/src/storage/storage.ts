import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Clock } from '../clock.ts'

/** What is known of a stored file beside its bytes. */
export interface StoredFile {
  id: string
  fileName: string
  contentType: string
  /** Microseconds since 1970. */
  createdAt: number
  /** Seconds by the emulator's clock, after which it is no longer served; left out: never. */
  lifetimeSeconds?: number
}

/** What to store. */
export interface NewFile {
  fileName: string
  contentType: string
  lifetimeSeconds?: number
}

/** Files on disk: what was uploaded, and the videos that were made. Each has a folder of its own, named by its id. */
export interface Storage {
  /** Makes room for a file; its bytes are written to `pathOf` afterwards. */
  create(file: NewFile): Promise<StoredFile>
  /** Stores a finished file of the same disk by moving it in. */
  adopt(path: string, file: NewFile): Promise<StoredFile>
  /** Removes a file; does nothing when it is gone. */
  remove(id: string): Promise<void>
  /** Undefined when there is none or it has expired. It may not have bytes yet. */
  get(id: string): StoredFile | undefined
  /** Where the bytes of a file are; they are put there by a rename, so what stands there is whole. */
  pathOf(id: string): string
  /** Where bytes on the way are kept; swept up when the storage is opened. */
  partialPathOf(id: string, part: string): string
  /** `/files/{id}/{name}`, below the emulator's address. */
  urlPathOf(file: Pick<StoredFile, 'id' | 'fileName'>): string
  /** The path of the bytes behind a file's URL path; undefined for no such file. */
  resolve(urlPath: string): string | undefined
}

// 126 random bits: who was not given the URL cannot guess it, as with fal's own.
const ID_BYTES = 16
const ID_PATTERN = /^[A-Za-z0-9_-]{16,64}$/

/** Opens the storage in a folder and removes what has expired, and what an earlier run left half-written. */
export async function openStorage(directory: string, clock: Clock): Promise<Storage> {
  await mkdir(directory, { recursive: true })
  for (const id of await readdir(directory)) {
    if (!get(id)) await rm(join(directory, id), { recursive: true, force: true })
    else await removePartials(join(directory, id))
  }

  const pathOf = (id: string): string => join(directory, id, 'content')
  function get(id: string): StoredFile | undefined {
    if (!ID_PATTERN.test(id)) return undefined
    const description = join(directory, id, 'file.json')
    if (!existsSync(description)) return undefined
    const file = JSON.parse(readFileSync(description, 'utf8')) as StoredFile
    const { createdAt, lifetimeSeconds = Number.POSITIVE_INFINITY } = file
    return clock.ageOf(createdAt) < lifetimeSeconds ? file : undefined
  }

  async function create({ fileName, contentType, lifetimeSeconds }: NewFile): Promise<StoredFile> {
    const file: StoredFile = {
      id: randomBytes(ID_BYTES).toString('base64url'),
      fileName: safeName(fileName),
      contentType,
      createdAt: clock.now(),
      ...(lifetimeSeconds !== undefined && { lifetimeSeconds }),
    }
    await mkdir(join(directory, file.id))
    await writeFile(join(directory, file.id, 'file.json'), JSON.stringify(file))
    return file
  }

  return {
    create,
    async adopt(path, newFile) {
      const file = await create(newFile)
      await rename(path, pathOf(file.id))
      return file
    },
    remove: (id) => rm(join(directory, id), { recursive: true, force: true }),
    get,
    pathOf,
    partialPathOf: (id, part) => join(directory, id, `partial-${part}`),
    urlPathOf: ({ id, fileName }) => `/files/${id}/${encodeURIComponent(fileName)}`,
    resolve(urlPath) {
      const id = /^\/files\/([^/]+)\/[^/]+$/.exec(urlPath)?.[1]
      return id !== undefined && get(id) && existsSync(pathOf(id)) ? pathOf(id) : undefined
    },
  }
}

async function removePartials(directory: string): Promise<void> {
  for (const name of await readdir(directory)) {
    if (name.startsWith('partial-')) await rm(join(directory, name), { force: true })
  }
}

/** The last part of a name, without what a URL or a header would trip over. */
function safeName(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? ''
  return last.replace(/[^\w.\- ]+/g, '_').slice(-120) || 'file'
}
