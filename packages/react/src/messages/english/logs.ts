import { defineSection } from '../defineSection.ts'

/** The words of the log of a generation. */
export const logsWords = defineSection('logs', ({ number, plural }) => ({
  label: 'What the model says',
  lines: (count: number) => plural(count, { one: 'One line', other: `${number(count)} lines` }),
  none: 'No line yet.',
  search: 'Find in the lines',
  matches: (found: number, count: number) => `${number(found)} of ${number(count)}`,
  copy: 'Copy all lines',
  copied: 'Lines copied',
  follow: 'Follow the newest line',
  larger: 'Show more lines',
  smaller: 'Show fewer lines',
}))
