import { defineSection } from '../defineSection.ts'

/** The words of one generation and its states. */
export const resultWords = defineSection('result', ({ number, plural, span }) => ({
  label: 'Result',
  progress: 'Progress',
  steps: { sent: 'Sent', queued: 'Queued', rendering: 'Rendering', saving: 'Saving' },
  stepStates: { done: 'done', now: 'under way', 'to-come': 'to come', stopped: 'stopped' },
  connecting: 'Connecting…',
  statuses: {
    SUBMITTING: 'Sending it to fal',
    UNCONFIRMED: 'Waiting for fal to confirm',
    IN_QUEUE: 'Waiting in the queue',
    IN_PROGRESS: 'Rendering',
    FINALIZING: 'Fetching the video',
    COMPLETED: 'Ready',
    FAILED: 'It did not work',
    CANCELLED: 'Cancelled',
  },
  unconfirmed:
    'fal’s reply was lost, so it is not known whether fal has it. It is not sent again, and so it cannot be paid twice. fal’s list of requests and its call to this server will tell: then it goes on by itself, or ends as lost, at no cost.',
  ahead: (count: number) =>
    count === 0
      ? 'You are next'
      : plural(count, { one: 'One ahead of you', other: `${number(count)} ahead of you` }),
  elapsed: (clock: string) => `${clock} so far`,
  ready: (from: number, to: number) =>
    from === 0 ? `Ready within ${span(to, to)}` : `Ready in ${span(from, to)}`,
  late: 'It takes longer than most.',
  took: (clock: string) => `took ${clock}`,
  notArchived: 'It is kept by fal alone, whose links die. Download it to keep it.',
  retryOf: 'Another try of an earlier generation.',
  openRetried: 'Show the earlier one',
  cancel: 'Cancel',
  cancelling: 'Cancel was asked for. The end tells whether it was in time.',
  cancelOutcomes: {
    CANCELLED: 'It was not sent, and nothing is paid.',
    REQUESTED: 'fal was asked to cancel. If it is too late, the video arrives after all.',
    TOO_LATE: 'Too late to cancel: it had ended.',
    UNKNOWN: 'fal could not be asked to cancel now. The video may still arrive.',
  },
  retry: 'Generate again',
  change: 'Change the input',
  lookAgain: 'Look again',
  copyAgain: 'Copy it to the archive',
  noArchive: 'This server keeps no copies of videos. Download it to keep it.',
  recoverOutcomes: {
    LOOKING_AGAIN: 'Looked again: fal still does not give the video.',
    FOUND: 'The request was found at fal.',
    ARCHIVING: 'A copy was asked for again.',
    REQUEST_NOT_FOUND: 'fal’s list shows no request that can be this one.',
    LIST_UNAVAILABLE: 'fal’s list cannot be read now. Try again later.',
    UNDER_WAY: 'It is still under way.',
    COMPLETE: 'The video is there.',
    NOT_RECOVERABLE: 'Looking again does not change this.',
  },
  remove: 'Delete',
  removeTitle: 'Delete this generation?',
  removeText: 'Its video goes with it, and cannot be brought back.',
  keep: 'Keep it',
  download: 'Download',
  copyLink: 'Copy link',
  copied: 'Link copied',
  failureDetail: 'What fal said',
  /** A state and what more is to be known of it, as it is spoken: `Rendering. More.` */
  spoken: (state: string, more: string) => `${state}. ${more}`,
  /** How it failed and whether it cost money, as it is spoken. Both are sentences. */
  spokenFailure: (state: string, message: string, billing: string) => `${state}. ${message} ${billing}`,
  billing: {
    NOT_BILLED: 'Nothing was paid.',
    MAY_BE_BILLED: 'It may have been paid.',
    UNKNOWN: 'Whether it was paid cannot be known from here.',
  },
  /** A field inside of a list: `Pictures, number 2`. */
  field: (label: string, place: number | null, inner: string | null) => {
    const item = place === null ? label : `${label}, number ${place}`
    return inner === null ? item : `${item}, ${inner}`
  },
  notFound: 'There is no such generation.',
  offline: 'The connection is lost. It goes on without you; this page catches up by itself.',
  online: 'Connected again.',
  empty: 'Your video appears here',
  emptyHint: 'It is followed live, and it goes on when you close this page.',
}))
