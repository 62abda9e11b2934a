// `npm run bench` runs every bench, `npm run bench -- render` one: a table each, and all of it as JSON.
import { mkdir, writeFile } from 'node:fs/promises'
import { cpus } from 'node:os'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import type { Bench } from './bench.ts'
import { renderBench } from './render/render-bench.ts'

const benches: readonly Bench[] = [renderBench]

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { rounds: { type: 'string', default: '3' } },
})
const rounds = Number(values.rounds)
const unknown = positionals.filter((name) => !benches.some((bench) => bench.name === name))
if (unknown.length > 0 || !Number.isInteger(rounds) || rounds < 1) {
  console.error(`usage: npm run bench -- [${benches.map(({ name }) => name).join('|')}] [--rounds NUMBER]`)
  process.exit(2)
}

const machine = `${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, Node ${process.versions.node}`
const results: Record<string, unknown> = { machine, rounds }
for (const bench of benches) {
  if (positionals.length > 0 && !positionals.includes(bench.name)) continue
  console.log(`${bench.name}: ${bench.says} (${machine}, ${rounds} rounds)`)
  const rows = await bench.run(rounds)
  console.table(rows)
  results[bench.name] = rows
}
const file = fileURLToPath(new URL('../../node_modules/.cache/bench.json', import.meta.url))
await mkdir(new URL('.', `file://${file}`), { recursive: true })
await writeFile(file, JSON.stringify(results, null, 2))
console.log('the same as JSON: node_modules/.cache/bench.json')
