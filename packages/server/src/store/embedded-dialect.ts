import { SqliteAdapter, SqliteDialect } from 'kysely'

/**
 * SQLite with migrations that are whole or not at all. Kysely makes them outside of a transaction, though SQLite can take
 * changes of the schema back: a process that died in between would leave a store that never opens again.
 */
export class EmbeddedDialect extends SqliteDialect {
  override createAdapter(): SqliteAdapter {
    return new TransactionalAdapter()
  }
}

class TransactionalAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true
  }
}
