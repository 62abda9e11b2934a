// What migrations made, as text that is committed and compared. Not by `pg_dump`: it is not there wherever a server is,
// and writes otherwise in each version.
import SqliteDatabase from 'better-sqlite3'
import pg from 'pg'

/** Tables of Kysely, which are not ours to describe. */
const FOREIGN = /^(kysely_|sqlite_)/

/** The statements that SQLite itself keeps of its schema. */
export function dumpSqlite(file: string): string {
  const database = new SqliteDatabase(file, { readonly: true })
  const rows = database
    .prepare<[], { tbl_name: string; sql: string }>(
      `select tbl_name, sql from sqlite_master where sql is not null order by tbl_name, type = 'index', name`,
    )
    .all()
  database.close()
  return textOf(rows.filter(({ tbl_name }) => !FOREIGN.test(tbl_name)).map(({ sql }) => sql))
}

/** Tables, columns, constraints and indexes of the first schema of the search path, as PostgreSQL describes them. */
export async function dumpPostgres(url: string): Promise<string> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const { rows: tables } = await client.query<{ oid: number; name: string }>(
      `select oid, relname as name from pg_class
       where relnamespace = current_schema()::regnamespace and relkind = 'r' order by relname`,
    )
    const statements: string[] = []
    for (const { oid, name } of tables.filter((table) => !FOREIGN.test(table.name))) {
      const lines = async (query: string) =>
        (await client.query<{ line: string }>(query, [oid])).rows.map(({ line }) => line)
      const columns = await lines(
        `select format('%I %s%s%s', attname, format_type(atttypid, atttypmod),
           coalesce(' default ' || pg_get_expr(adbin, adrelid), ''), case when attnotnull then ' not null' else '' end) as line
         from pg_attribute left join pg_attrdef on adrelid = attrelid and adnum = attnum
         where attrelid = $1 and attnum > 0 and not attisdropped order by attnum`,
      )
      // From version 18 on NOT NULL is a constraint, too; the columns say it already.
      const constraints = await lines(
        `select format('constraint %I %s', conname, pg_get_constraintdef(oid)) as line
         from pg_constraint where conrelid = $1 and contype <> 'n' order by conname`,
      )
      const indexes = await lines(
        `select pg_get_indexdef(indexrelid) as line from pg_index
         where indrelid = $1 and not exists (select from pg_constraint where conindid = indexrelid)
         order by indexrelid::regclass::text`,
      )
      const body = [...columns, ...constraints].map((line) => `  ${line}`).join(',\n')
      statements.push(`create table ${name} (\n${body}\n)`, ...indexes)
    }
    const { rows } = await client.query<{ name: string }>('select current_schema() as name')
    return textOf(statements).replaceAll(`${rows[0]?.name}.`, '')
  } finally {
    await client.end()
  }
}

function textOf(statements: readonly string[]): string {
  return statements.map((statement) => `${statement};\n`).join('\n')
}
