// `npm run bench` runs every bench, `npm run bench -- render` one. Each prints its tables; --save renews what docs/ shows of it.
import { parseArgs } from 'node:util'
import { benches } from './benches.ts'
import { isMet } from './bench.ts'
import { inWords } from './report/numbers.ts'
import { describeMachine } from './report/machine.ts'
import { save } from './report/save.ts'

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    part: { type: 'string', multiple: true, default: [] },
    rounds: { type: 'string' },
    quick: { type: 'boolean', default: false },
    save: { type: 'boolean', default: false },
  },
})
const names = [...positionals, ...values.part]
const askedRounds = values.quick ? 1 : values.rounds === undefined ? null : Number(values.rounds)
const isUnknown = names.some((name) => !benches.some((bench) => bench.name === name))
if (isUnknown || (askedRounds !== null && !(askedRounds >= 1)) || (values.quick && values.save)) {
  console.error(
    `usage: npm run bench -- [${benches.map(({ name }) => name).join('|')}] [--rounds NUMBER] [--save | --quick]`,
  )
  process.exit(2)
}

const machine = describeMachine()
const measuredOn = new Date().toISOString().slice(0, 10)
for (const { name, says, run, ...bench } of benches) {
  if (names.length > 0 && !names.includes(name)) continue
  const rounds = askedRounds ?? bench.rounds ?? 3
  console.log(`\n${name}: ${says} (${machine}; ${rounds} rounds)`)
  const note = (line: string) => console.log(`  ${line}`)
  const findings = await run({ rounds, isQuick: values.quick, note })
  for (const { title, rows } of findings.tables) {
    console.log(title)
    console.table(rows.map(readable))
  }
  for (const goal of findings.goals ?? [])
    console.log(
      `${isMet(goal) ? 'reached' : 'NOT REACHED'}: ${goal.says}: ${inWords(goal.measured)} (${goal.atLeast === undefined ? `at most ${goal.atMost}` : `at least ${goal.atLeast}`})`,
    )
  if (values.save) await save({ bench: name, measuredOn, machine, rounds, ...findings })
}
if (values.save) console.log('\nrenewed: docs/performance.md and docs/performance/')

function readable(row: Readonly<Record<string, string | number>>) {
  return Object.fromEntries(
    Object.entries(row).map(([key, value]) => [key, typeof value === 'number' ? inWords(value) : value]),
  )
}
