import {
  type DatabaseConnection,
  SqliteAdapter,
  SqliteDialect,
  type SqliteDialectConfig,
  SqliteDriver,
} from 'kysely'

/**
 * SQLite with migrations that are whole or not at all. Kysely makes them outside of a transaction, though SQLite can take
 * changes of the schema back: a process that died in between would leave a store that never opens again.
 */
export class EmbeddedDialect extends SqliteDialect {
  readonly #config: SqliteDialectConfig

  constructor(config: SqliteDialectConfig) {
    super(config)
    this.#config = config
  }

  override createDriver(): SqliteDriver {
    return new QueuedDriver(this.#config)
  }

  override createAdapter(): SqliteAdapter {
    return new EmbeddedAdapter()
  }
}

class EmbeddedAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true
  }

  /** There is one, and the driver gives it to one after the other. */
  override get supportsMultipleConnections(): boolean {
    return true
  }
}

/**
 * Gives the one connection to whoever has waited longest. Kysely's own lock wakes all who wait each time, and all but one wait
 * again: with a thousand changes at once that is half a million wakings.
 */
class QueuedDriver extends SqliteDriver {
  #isTaken = false
  readonly #waiting: (() => void)[] = []

  override async acquireConnection(): Promise<DatabaseConnection> {
    if (this.#isTaken) await new Promise<void>((resolve) => this.#waiting.push(resolve))
    this.#isTaken = true
    return super.acquireConnection()
  }

  override async releaseConnection(): Promise<void> {
    const next = this.#waiting.shift()
    if (next) next()
    else this.#isTaken = false
  }
}
