// Keeps every bench alive: a small run of each, of which only the shape is looked at. What it measures then means nothing.
import { expect, test } from 'vitest'
import { benches } from './benches.ts'

test.each(benches)('$name measures something in every place of its tables', async ({ run }) => {
  const { tables, charts = [], goals = [] } = await run({ rounds: 1, isQuick: true, note: () => {} })
  expect(tables.length).toBeGreaterThan(0)
  for (const { title, rows } of tables) {
    expect(rows.length, title).toBeGreaterThan(0)
    const numbers = rows.flatMap((row) => Object.values(row)).filter((value) => typeof value === 'number')
    expect(numbers.every(Number.isFinite), title).toBe(true)
    expect(new Set(rows.map((row) => Object.keys(row).join())).size, `${title}: the same columns`).toBe(1)
  }
  for (const { groups, name } of charts)
    for (const { value } of groups.flatMap(({ bars }) => bars)) expect(value, name).toBeGreaterThan(0)
  for (const { says, measured } of goals) expect(measured, says).toBeGreaterThan(0)
})
