import { expect, test } from 'vitest'
import { type BarChart, drawBars } from './bar-chart.ts'

const chart: BarChart = {
  name: 'x',
  title: 'Updates & "watchers"',
  unit: 'a second, more is better',
  groups: [
    { label: '1,000 <sockets>', bars: [{ label: 'ours', value: 60_000, isOurs: true }] },
    { label: '5,000', bars: [{ label: 'theirs', value: 15_000 }] },
  ],
}

test('bars of all groups share one scale, and each says its number', () => {
  const svg = drawBars(chart, 'light')
  const [ours, theirs] = [...svg.matchAll(/<rect [^>]*width="([\d.]+)"/g)].map((found) => Number(found[1]))
  expect(theirs).toBeCloseTo((ours as number) / 4, 0)
  expect(svg).toContain('>60,000</text>')
  expect(svg).toContain('>15,000</text>')
})

test('what is drawn is also said, and names cannot break the file', () => {
  const svg = drawBars(chart, 'dark')
  expect(svg).toContain(
    'aria-label="Updates &amp; &quot;watchers&quot;, a second, more is better. 1,000 &lt;sockets>: ours 60,000. 5,000: theirs 15,000"',
  )
  expect(svg).not.toMatch(/<sockets|& /)
})

test('light and dark are other colours of the same drawing', () => {
  const shape = (svg: string) => svg.replaceAll(/fill="[^"]*"/g, '')
  expect(shape(drawBars(chart, 'light'))).toBe(shape(drawBars(chart, 'dark')))
  expect(drawBars(chart, 'light')).not.toBe(drawBars(chart, 'dark'))
})
