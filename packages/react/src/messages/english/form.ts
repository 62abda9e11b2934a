import { defineSection } from '../defineSection.ts'

/** The words of the form of an operation. */
export const formWords = defineSection('form', ({ number, plural, unit, list }) => ({
  generate: 'Generate video',
  generating: 'Sending…',
  sent: 'Sent.',
  sentBefore: 'It had arrived before: nothing is paid twice.',
  optional: '(optional)',
  /** Of the choice that holds where none is made. */
  default: 'Default',
  leftEmpty: (value: string) => `Left empty: ${value}.`,
  seconds: (count: number) => `${number(count)} s`,
  range: (least: number, most: number) => `${number(least)} to ${number(most)}`,
  rangeSeconds: (least: number, most: number) => `${number(least)} to ${unit(most, 'second')}`,
  places: (used: number, most: number) => `${number(used)} of ${number(most)}`,
  more: 'More settings',
  changed: (settings: readonly string[]) => `Changed: ${list(settings)}`,
  add: 'Add one more',
  removeItem: (item: string) => `Remove ${item}`,
  added: (item: string) => `${item} added.`,
  removed: (item: string) => `${item} removed.`,
  summary: (count: number) =>
    plural(count, {
      one: 'One thing needs another look',
      other: `${number(count)} things need another look`,
    }),
  /** After the label of a file. */
  notArrived: 'has not been uploaded yet',
  reset: 'Reset',
  restore: 'Undo reset',
  wasReset: 'Everything is as at the start. Press again to undo.',
  restored: 'Your input is back.',
  refused: 'It was not sent.',
  notPaid: 'Nothing was paid.',
  pressAgain: 'Press again in a moment.',
  makeRoom: 'Wait until a video is ready, or cancel one. Then press again.',
  unknown: 'No answer came.',
  safeToRepeat: 'Press again: it will not be paid twice.',
}))
