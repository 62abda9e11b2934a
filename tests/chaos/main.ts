// `npm run chaos -- --seed 1 --generations 500`: prints a table; the exit code is 1 when a promise was broken.
import { parseArgs } from 'node:util'
import { runChaos } from './run.ts'

const { values } = parseArgs({
  options: { seed: { type: 'string', default: '1' }, generations: { type: 'string', default: '500' } },
})
const { findings, equal, ...report } = await runChaos({
  seed: Number(values.seed),
  generations: Number(values.generations),
  kills: 1_000,
  killWithinMs: 8_000,
  deadlineMs: 15 * 60_000,
})
console.table({
  ...report,
  'equal mutations: generations': equal.generations,
  'equal mutations: replayed': equal.replayed,
  'equal mutations: submissions': equal.submissions,
})
for (const finding of findings) console.error(finding)
const isEqualKept = equal.generations === 1 && equal.replayed === 99 && equal.submissions === 1
process.exitCode = findings.length === 0 && isEqualKept ? 0 : 1
