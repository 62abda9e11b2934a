import { expect, test } from 'vitest'
import { withKeptStatements } from './kept-statements.ts'

test('a statement is prepared once, and what has not been used for longest is given up first', () => {
  const prepared: string[] = []
  const database = withKeptStatements({
    close: () => {},
    prepare(sql) {
      prepared.push(sql)
      return {
        reader: true,
        all: () => [],
        run: () => ({ changes: 0, lastInsertRowid: 0 }),
        iterate: () => [].values(),
      }
    },
  })
  expect(database.prepare('select 1')).toBe(database.prepare('select 1'))
  for (let list = 0; list < 200; list++) {
    database.prepare(`select ${list}, 2`)
    database.prepare('select 1')
  }
  expect(prepared.filter((sql) => sql === 'select 1')).toHaveLength(1)
  database.prepare('select 199, 2')
  expect(prepared).toHaveLength(201)
  database.prepare('select 0, 2')
  expect(prepared).toHaveLength(202)
})
