// Horizontal bars as SVG: few enough parts that no library is needed, and none draws a file that changes only with the numbers.
import { inWords } from './numbers.ts'

export interface BarChart {
  /** Its file is `docs/performance/NAME-light.svg`, and `-dark`. */
  name: string
  title: string
  /** Behind the title: what is drawn, and whether more is better. */
  unit: string
  /** Bars of one situation each. All share one scale. */
  groups: readonly { label: string; bars: readonly Bar[] }[]
}

export interface Bar {
  label: string
  value: number
  /** Ours stand out. */
  isOurs?: boolean
}

export type Theme = keyof typeof THEMES

const THEMES = {
  light: { text: '#1f2328', quiet: '#59636e', ours: '#5b46d6', other: '#c8d1da' },
  dark: { text: '#f0f6fc', quiet: '#9198a1', ours: '#9d8cff', other: '#3d444d' },
} as const

const WIDTH = 760
const LABELS = 220
const VALUES = 80
const BAR = 18
const STEP = 26

/** The background is left to the page. */
export function drawBars({ title, unit, groups }: BarChart, theme: Theme): string {
  const { text, quiet, ours, other } = THEMES[theme]
  const values = groups.flatMap(({ bars }) => bars.map(({ value }) => value))
  const longest = Math.max(...values.filter(Number.isFinite), Number.MIN_VALUE)
  const parts = [
    write(0, 18, title, { fill: text, size: 16, weight: 600 }),
    write(0, 40, unit, { fill: quiet }),
  ]
  let y = 62
  for (const { label, bars } of groups) {
    parts.push(write(0, y + 13, label, { fill: text, weight: 600 }))
    y += STEP
    for (const bar of bars) {
      const length = Math.max(1, (bar.value / longest) * (WIDTH - LABELS - VALUES))
      const fill = bar.isOurs ? text : quiet
      const weight = bar.isOurs ? 600 : 400
      parts.push(
        write(LABELS - 10, y + 13, bar.label, { fill, weight, anchor: 'end' }),
        `<rect x="${LABELS}" y="${y}" width="${length.toFixed(1)}" height="${BAR}" rx="3" fill="${bar.isOurs ? ours : other}"/>`,
        write(LABELS + length + 8, y + 13, inWords(bar.value), { fill, weight }),
      )
      y += STEP
    }
    y += 10
  }
  const told = groups
    .map(({ label, bars }) => `${label}: ${bars.map(inWordsWithLabel).join(', ')}`)
    .join('. ')
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${y}" width="${WIDTH}" height="${y}" role="img" aria-label="${escaped(`${title}, ${unit}. ${told}`)}" font-family="-apple-system, 'Segoe UI', 'Noto Sans', Helvetica, Arial, sans-serif">`,
    ...parts,
    '</svg>\n',
  ].join('\n')
}

const inWordsWithLabel = ({ label, value }: Bar) => `${label} ${inWords(value)}`

interface TextStyle {
  fill: string
  size?: number
  weight?: number
  anchor?: 'start' | 'end'
}

function write(x: number, y: number, content: string, style: TextStyle): string {
  const { fill, size = 13, weight = 400, anchor = 'start' } = style
  return `<text x="${x.toFixed(1)}" y="${y}" fill="${fill}" font-size="${size}" font-weight="${weight}" text-anchor="${anchor}">${escaped(content)}</text>`
}

function escaped(content: string): string {
  return content.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
}
