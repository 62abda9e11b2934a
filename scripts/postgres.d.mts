/** A PostgreSQL for tests; `stop` ends it, or does nothing for that of TEST_DATABASE_URL. */
export interface TestDatabase {
  url: string
  stop(): Promise<void>
}

/** The server of TEST_DATABASE_URL, or a temporary one; null where none can be had. */
export function startTestDatabase(): Promise<TestDatabase | null>
