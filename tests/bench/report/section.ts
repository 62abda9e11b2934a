// The part of docs/performance.md that one bench writes, between two comments; what stands around them is written by hand.
import { type Findings, isMet, type Row } from '../bench.ts'
import type { BarChart } from './bar-chart.ts'
import { inWords } from './numbers.ts'

export interface Report extends Findings {
  bench: string
  /** A day, as `2026-11-25`. */
  measuredOn: string
  machine: string
  rounds: number
}

/** The page with this section renewed. Throws where the page has no place for it. */
export function withSection(page: string, report: Report): string {
  const begin = `<!-- begin bench ${report.bench} -->`
  const end = `<!-- end bench ${report.bench} -->`
  const [before, rest] = splitOnce(page, begin)
  const [, after] = splitOnce(rest ?? '', end)
  if (rest === undefined || after === undefined)
    throw new Error(`docs/performance.md has no place for this bench: add the lines ${begin} and ${end}`)
  return `${before}${begin}\n\n${section(report)}\n\n${end}${after}`
}

function section({ bench, measuredOn, machine, rounds, tables, charts = [], goals = [] }: Report): string {
  return [
    `_Measured on ${measuredOn}: ${machine}; ${rounds === 1 ? 'one round' : `medians of ${rounds} rounds`}. The same as [JSON](performance/${bench}.json)._`,
    ...(goals.length > 0 ? [goals.map(goalLine).join('\n')] : []),
    ...charts.map(picture),
    ...tables.map(({ title, rows }) => `${title}:\n\n${markdownTable(rows)}`),
  ].join('\n\n')
}

function goalLine(goal: NonNullable<Findings['goals']>[number]): string {
  const { says, measured, atLeast, atMost } = goal
  const bound =
    atLeast === undefined ? `at most ${inWords(atMost ?? Infinity)}` : `at least ${inWords(atLeast)}`
  return `- ${isMet(goal) ? 'Reached' : '**Not reached**'}: ${says}, ${bound}: **${inWords(measured)}**.`
}

function picture({ name, title, unit }: BarChart): string {
  const file = `performance/${name}`
  return [
    '<picture>',
    `  <source media="(prefers-color-scheme: dark)" srcset="${file}-dark.svg">`,
    `  <img src="${file}-light.svg" alt="${title}, ${unit}: the numbers are in the table below">`,
    '</picture>',
  ].join('\n')
}

function markdownTable(rows: readonly Row[]): string {
  const headings = Object.keys(rows[0] ?? {})
  const isNumber = (heading: string) => rows.every((row) => typeof row[heading] === 'number')
  return [
    headings,
    headings.map((heading) => (isNumber(heading) ? '--:' : '---')),
    ...rows.map((row) => headings.map((heading) => cell(row[heading]))),
  ]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n')
}

const cell = (value: string | number | undefined) =>
  typeof value === 'number' ? inWords(value) : (value ?? '').replaceAll('|', '\\|')

function splitOnce(text: string, at: string): [string, string | undefined] {
  const place = text.indexOf(at)
  return place < 0 ? [text, undefined] : [text.slice(0, place), text.slice(place + at.length)]
}
