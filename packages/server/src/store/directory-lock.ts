import { closeSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'

export interface DirectoryLock {
  release(): void
}

/** Folders that this process has open: a restarted container often gets the pid of the process that died. */
const open = new Set<string>()

/**
 * Makes sure that one process has the folder: two with embedded stores would follow, and could submit, the same
 * generations. The lock of a process that died is taken over. Throws when a living process has it.
 */
export function lockDirectory(directory: string): DirectoryLock {
  const file = join(directory, 'lock')
  if (open.has(file)) throw new Error(`the folder ${directory} is already open in this process`)
  for (let attempt = 0; attempt < 2; attempt++) {
    try {
      const descriptor = openSync(file, 'wx')
      writeSync(descriptor, String(process.pid))
      closeSync(descriptor)
      open.add(file)
      return {
        release() {
          open.delete(file)
          rmSync(file, { force: true })
        },
      }
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
      const owner = Number(readFileSync(file, 'utf8'))
      if (owner !== process.pid && isAlive(owner)) {
        throw new Error(
          `the folder ${directory} is in use by the process ${owner}: stop it, or set DATA_DIR to another folder`,
          { cause: error },
        )
      }
      rmSync(file, { force: true })
    }
  }
  throw new Error(`the folder ${directory} could not be locked: another process is starting on it`)
}

function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
