import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { format, resolveConfig } from 'prettier'
import { drawBars } from './bar-chart.ts'
import { type Report, withSection } from './section.ts'

const page = fileURLToPath(new URL('../../../docs/performance.md', import.meta.url))
const folder = fileURLToPath(new URL('../../../docs/performance/', import.meta.url))

/** Renews what is committed of a bench: its JSON, its charts, and its section of docs/performance.md. */
export async function save(report: Report): Promise<void> {
  await mkdir(folder, { recursive: true })
  const { charts = [], ...facts } = report
  await writeFormatted(`${folder}${report.bench}.json`, JSON.stringify(facts))
  for (const chart of charts) {
    await writeFile(`${folder}${chart.name}-light.svg`, drawBars(chart, 'light'))
    await writeFile(`${folder}${chart.name}-dark.svg`, drawBars(chart, 'dark'))
  }
  await writeFormatted(page, withSection(await readFile(page, 'utf8'), report))
}

/** As `npm run format` would leave it. */
async function writeFormatted(file: string, text: string): Promise<void> {
  await writeFile(file, await format(text, { ...(await resolveConfig(file)), filepath: file }))
}
