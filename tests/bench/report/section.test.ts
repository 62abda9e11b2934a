import { expect, test } from 'vitest'
import { type Report, withSection } from './section.ts'

const report: Report = {
  bench: 'render',
  measuredOn: '2026-11-25',
  machine: '2 × CPU, 8 GB',
  rounds: 3,
  tables: [{ title: 'Seconds', rows: [{ video: 'a|b', seconds: 1.2345 }] }],
  goals: [
    { says: 'ratio to xfade', measured: 2.1, atMost: 1.5 },
    { says: 'ratio to raw', measured: 1.2, atLeast: 0.9 },
  ],
  charts: [{ name: 'render-wall', title: 'Wall time', unit: 'seconds', groups: [] }],
}
const page = 'By hand.\n<!-- begin bench render -->\nold\n<!-- end bench render -->\nBy hand, too.\n'

test('only what stands between the marks is renewed', () => {
  const once = withSection(page, report)
  expect(once).toMatch(
    /^By hand\.\n<!-- begin bench render -->[^]*<!-- end bench render -->\nBy hand, too\.\n$/,
  )
  expect(once).not.toContain('old')
  expect(withSection(once, report)).toBe(once)
})

test('it says where it was measured, what was reached and what was not', () => {
  const text = withSection(page, report)
  expect(text).toContain('Measured on 2026-11-25: 2 × CPU, 8 GB; medians of 3 rounds.')
  expect(text).toContain('- **Not reached**: ratio to xfade, at most 1.5: **2.1**.')
  expect(text).toContain('- Reached: ratio to raw, at least 0.9: **1.2**.')
  expect(text).toContain('| a\\|b | 1.23 |')
  expect(text).toContain('srcset="performance/render-wall-dark.svg"')
})

test('a page without a place for the bench is named with what is missing', () => {
  expect(() => withSection('# Nothing\n', report)).toThrow('add the lines <!-- begin bench render -->')
})
