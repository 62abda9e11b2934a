import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { QueueRequest } from './request.ts'

/** Keeps the requests on disk, one file each, so that a restart finds them. */
export interface Journal {
  /** What an earlier run left, oldest first. */
  readonly requests: readonly QueueRequest[]
  /** Resolves when the present state is in its file; writes of one request never overtake each other. */
  write(request: QueueRequest): Promise<void>
  /** Forgets a request; resolves when its file is gone. */
  remove(id: string): Promise<void>
  /** Resolves when nothing is being written any more. */
  flush(): Promise<void>
}

/** Reads what is there and sweeps up half-written files. Throws where the folder cannot be used. */
export async function openJournal(directory: string): Promise<Journal> {
  await mkdir(directory, { recursive: true })
  const requests: QueueRequest[] = []
  for (const name of await readdir(directory)) {
    const path = join(directory, name)
    if (name.endsWith('.tmp')) await rm(path, { force: true })
    else if (name.endsWith('.json')) requests.push(JSON.parse(await readFile(path, 'utf8')) as QueueRequest)
  }
  requests.sort((a, b) => a.submittedAt - b.submittedAt)

  const tails = new Map<string, Promise<void>>()
  const pathOf = (id: string): string => join(directory, `${id}.json`)

  /** One after the other for each request. */
  function inTurn(id: string, work: () => Promise<void>): Promise<void> {
    const tail = (tails.get(id) ?? Promise.resolve()).then(work, work)
    tails.set(id, tail)
    const forget = (): void => {
      if (tails.get(id) === tail) tails.delete(id)
    }
    tail.then(forget, forget)
    return tail
  }

  return {
    requests,
    write(request) {
      const path = pathOf(request.id)
      const text = JSON.stringify(request)
      return inTurn(request.id, async () => {
        // The rename makes the change whole: a reader after a crash sees the old state or the new one.
        await writeFile(`${path}.tmp`, text)
        await rename(`${path}.tmp`, path)
      })
    },
    remove: (id) => inTurn(id, () => rm(pathOf(id), { force: true })),
    async flush() {
      while (tails.size > 0) await Promise.allSettled(tails.values())
    },
  }
}
