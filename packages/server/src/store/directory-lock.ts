import { join } from 'node:path'
import SqliteDatabase from 'better-sqlite3'

export interface DirectoryLock {
  release(): void
}

/**
 * Makes sure that one process has the folder: two with embedded stores would follow, and could submit, the same
 * generations. The lock is one of the operating system (a transaction of SQLite that never ends), so it goes with the
 * process however that dies; a file with a process id in it would be wrong where ids come again, as in containers.
 * Throws when somebody has the folder.
 */
export function lockDirectory(directory: string): DirectoryLock {
  const database = new SqliteDatabase(join(directory, 'lock.sqlite'), { timeout: 0 })
  try {
    database.exec('begin exclusive')
  } catch (error) {
    database.close()
    if (!(error instanceof SqliteDatabase.SqliteError && error.code === 'SQLITE_BUSY')) throw error
    throw new Error(
      `the folder ${directory} is in use by another Pika Kit: stop that one, or set DATA_DIR to another folder`,
      { cause: error },
    )
  }
  return { release: () => void database.close() }
}
