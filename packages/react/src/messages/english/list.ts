import { defineSection } from '../defineSection.ts'

/** The words of the library. */
export const listWords = defineSection('list', ({ number, plural }) => ({
  label: 'Library',
  empty: 'Nothing here yet',
  emptyHint: 'Every generation stays here, finished or not.',
  filteredEmpty: 'Nothing is like that',
  filteredEmptyHint: 'Other filters may show more.',
  clearFilters: 'Show all',
  filters: 'Filters',
  operation: 'Kind',
  anyOperation: 'Every kind',
  status: 'State',
  statusGroups: {
    all: 'All',
    active: 'Under way',
    ready: 'Ready',
    failed: 'Failed',
    cancelled: 'Cancelled',
  },
  tag: 'Tag',
  anyTag: 'Every tag',
  loading: 'Loading…',
  more: 'Show more',
  again: 'Try again',
  offline: 'The connection is lost. The list catches up by itself.',
  shown: (count: number) => plural(count, { one: 'One is shown.', other: `${number(count)} are shown.` }),
  density: 'Layout',
  densities: { grid: 'Tiles', list: 'Rows' },
  select: 'Select',
  selected: (count: number) => `${number(count)} selected`,
  selectNone: 'Done',
  removeSelected: (count: number) => plural(count, { one: 'Delete', other: `Delete ${number(count)}` }),
  removeTitle: (count: number) =>
    plural(count, { one: 'Delete this generation?', other: `Delete these ${number(count)}?` }),
  removeText: 'What is deleted cannot be brought back, and neither can its video.',
  keep: 'Keep',
  removed: (count: number) => plural(count, { one: 'Deleted.', other: `${number(count)} deleted.` }),
  stillActive: 'What is under way cannot be deleted: cancel it first.',
  now: 'now',
  ago: (minutes: number) =>
    minutes < 60
      ? `${minutes} min`
      : minutes < 1_440
        ? `${Math.floor(minutes / 60)} h`
        : `${Math.floor(minutes / 1_440)} d`,
}))
