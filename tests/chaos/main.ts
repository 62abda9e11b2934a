// `npm run chaos -- --seed 1 --part steps`: the parts one after the other, and all tables at the end. The exit code is 1
// when a promise was broken.
import { cpus } from 'node:os'
import { parseArgs } from 'node:util'
import { run as runEqual } from './equal/run.ts'
import { run as runKills } from './kills/run.ts'
import { run as runReplicas } from './replicas/run.ts'
import type { Part, Report } from './report.ts'
import { run as runSteps } from './steps/run.ts'
import { run as runStore } from './store/run.ts'
import { run as runSubscribers } from './subscribers/run.ts'
import { endOnSignals } from '../support/left-behind.ts'
import { run as runYardstick } from './yardstick/run.ts'

/** Broken promises of one part that are written out. */
const SHOWN = 20

const parts: readonly Part[] = [
  {
    name: 'kills',
    says: 'generations under faults and storms, the server killed again and again',
    run: runKills,
  },
  { name: 'steps', says: 'the server killed at each named step', run: runSteps },
  { name: 'equal', says: 'equal mutations at once', run: runEqual },
  { name: 'subscribers', says: 'subscribers who come and go', run: runSubscribers },
  { name: 'replicas', says: 'replicas on one PostgreSQL, restarted and killed in turn', run: runReplicas },
  { name: 'store', says: 'the embedded store killed while it writes', run: runStore },
  { name: 'yardstick', says: 'the same faults against the plain client', run: runYardstick },
]

const { values } = parseArgs({
  options: { seed: { type: 'string', default: '1' }, part: { type: 'string' } },
})
const seed = Number(values.seed)
const chosen = parts.filter(({ name }) => values.part === undefined || name === values.part)
if (chosen.length === 0 || !Number.isInteger(seed)) {
  console.error(`usage: npm run chaos -- [--seed NUMBER] [--part ${parts.map(({ name }) => name).join('|')}]`)
  process.exit(2)
}

endOnSignals()
const reports: { part: Part; report: Report; seconds: number }[] = []
for (const part of chosen) {
  const startedAt = performance.now()
  console.log(`${part.name}: ${part.says} …`)
  const report = await part.run(seed)
  reports.push({ part, report, seconds: Math.round((performance.now() - startedAt) / 1_000) })
}

console.log(`\nseed ${seed}, ${cpus().length} cores, Node ${process.versions.node}`)
for (const { part, report, seconds } of reports) {
  console.log(`\n${part.name}: ${part.says} (${seconds} s)`)
  console.table(report.table)
  for (const line of report.broken.slice(0, SHOWN)) console.error(line)
  if (report.broken.length > SHOWN) console.error(`… and ${report.broken.length - SHOWN} more`)
}
const broken = reports.flatMap(({ report }) => report.broken)
console.log(broken.length === 0 ? 'every promise was kept' : `${broken.length} broken promises`)
process.exit(broken.length === 0 ? 0 : 1)
