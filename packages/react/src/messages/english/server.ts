import { defineSection } from '../defineSection.ts'

/** The words for a server that cannot be asked, or answers otherwise than it should. */
export const serverWords = defineSection('server', ({ number }) => ({
  unreachable: 'The server cannot be reached.',
  pressAgain: 'The server could not be reached. Press again: it will not be paid twice.',
  fault: 'The server had a fault of its own. Press again: it will not be paid twice.',
  invalid: 'Some fields need another look.',
  storageRefused: (status: number) =>
    `The storage refused the file (status ${number(status, { useGrouping: false })}).`,
  uploadBroke: 'The upload broke off. Try it again.',
}))
