import type { StoryboardTextError } from '@pika-kit/core'

/** `40–70 s`, `20 s`, `2–3 min`: as short as it can be read. */
const range = (from: number, to: number) => {
  const [low, high, unit] = to > 120 ? [Math.floor(from / 60), Math.ceil(to / 60), 'min'] : [from, to, 's']
  return low === high ? `${high} ${unit}` : `${low}–${high} ${unit}`
}
const seconds = (count: number) => `${count} ${count === 1 ? 'second' : 'seconds'}`

const megabytes = (bytes: number) => `${Math.max(1, Math.round(bytes / 1024 ** 2))} MB`

const textProblem = (error: StoryboardTextError): string => {
  switch (error.code) {
    case 'UNKNOWN_KEYFRAME':
      return `there is no keyframe “${error.text}”. Write an address, or one of: ${error.known.join(', ')}.`
    case 'STILL_UPLOADING':
      return `“${error.text}” can be there twice once it has been uploaded.`
    case 'BAD_SECONDS':
      return `“${error.text}” does not begin with whole seconds. Write for example “→ 3 s: dusk falls”.`
    case 'NO_KEYFRAME_BEFORE':
      return 'a transition needs a keyframe before it.'
    case 'NO_KEYFRAME_BEHIND':
      return 'a transition needs a keyframe after it.'
    case 'TWO_TRANSITIONS':
      return 'there is a transition here already. One stands between two keyframes.'
    case 'TOO_MANY_KEYFRAMES':
      return `${error.maximum} keyframes are the most.`
    case 'OVER_BUDGET':
      return `the transitions last ${error.total} s together. ${error.budget} s are the most.`
  }
}

/** Every text of the kit, in English. Another language is an object of the same shape, or of a part of it. */
export const english = {
  timeline: {
    label: 'Storyboard',
    axis: 'Time axis',
    keyframes: 'Keyframes',
    transitions: 'Transitions',
    empty: 'Drop two to five pictures here',
    emptyHint: 'Paste them, choose files, or add them by address. They play in this order.',
    choose: 'Choose pictures',
    add: 'Add a picture',
    byUrl: 'Add by address',
    urlLabel: 'Address of a picture',
    urlHint: 'https://…',
    urlSubmit: 'Add',
    keyframe: (place: number, count: number, at: number) =>
      `Keyframe ${place} of ${count}, at ${seconds(at)}`,
    keyframeName: (place: number) => `Keyframe ${place}`,
    keyframeHelp: 'Drag it, or move it by Alt with an arrow key. Delete removes it.',
    moveEarlier: (place: number) => `Move keyframe ${place} earlier`,
    moveLater: (place: number) => `Move keyframe ${place} later`,
    remove: (place: number) => `Remove keyframe ${place}`,
    replace: (place: number) => `Replace keyframe ${place}`,
    duplicate: (place: number) => `Duplicate keyframe ${place}`,
    retry: (place: number) => `Upload keyframe ${place} again`,
    uploading: (place: number, percent: number) =>
      `Keyframe ${place} uploads, ${percent} % of its bytes sent`,
    uploadFailed: (place: number, why: string) => `Keyframe ${place} did not arrive. ${why}`,
    transition: (place: number) => `Transition ${place}`,
    transitionHelp: 'Press again, or F2, to write its prompt here.',
    transitionLength: (place: number) => `Seconds of transition ${place}`,
    transitionValue: (length: number, total: number, budget: number) =>
      `${seconds(length)}, ${total} of ${budget} used`,
    edgeHelp:
      'Drag it, press arrows, or type the seconds. With Shift, the next transition gives way. P: to the play position.',
    transitionPrompt: (place: number) => `Prompt of transition ${place}`,
    transitionPromptHint: 'As the prompt for all says',
    noPrompt: 'default prompt',
    insert: (place: number) => `Insert pictures into transition ${place}`,
    insertHere: 'Insert a picture here',
    position: 'Play position',
    positionValue: (at: number, total: number) => `${at} of ${seconds(total)}`,
    budget: (total: number, budget: number) =>
      `${total} of ${budget} s, ${total > budget ? `${total - budget} s too long` : `${budget - total} s left`}`,
    budgetLabel: 'Length of the video',
    undo: 'Undo',
    redo: 'Redo',
    undoRemoval: 'Undo the removal',
    zoom: 'Zoom',
    zoomIn: 'Zoom in',
    zoomOut: 'Zoom out',
    zoomToFit: 'Show the whole',
    zoomedIn: 'Zoomed in.',
    zoomedOut: 'Zoomed out.',
    zoomedToFit: 'The whole is shown.',
    keepLength: 'Keep the length',
    keepLengthHelp: 'Keep the length: when an edge moves, the next transition gives way',
    showText: 'Show as text',
    showAxis: 'Show on the time axis',
    dismiss: 'Close',
    added: (count: number, total: number) =>
      `${count === 1 ? 'One keyframe' : `${count} keyframes`} added. ${total} in all.`,
    replaced: (place: number) => `Keyframe ${place} replaced.`,
    full: 'Five keyframes are the most.',
    lifted: (place: number, count: number) => `Keyframe ${place} of ${count} lifted. Escape puts it back.`,
    over: (place: number, count: number) => `Over place ${place} of ${count}.`,
    putBack: (place: number) => `Put back to place ${place}.`,
    takenBack: 'Taken back.',
    moved: (place: number, count: number) => `Keyframe moved to place ${place} of ${count}.`,
    removed: (place: number, left: number) => `Keyframe ${place} removed. ${left} left.`,
    duplicated: (place: number, total: number) => `Keyframe ${place} duplicated. ${total} in all.`,
    undone: 'Undone.',
    redone: 'Done again.',
    notAPicture: (name: string) => `${name} is not a picture.`,
    tooLarge: (name: string, size: number, most: number) =>
      `${name} has ${megabytes(size)}, more than the ${megabytes(most)} that a picture may have.`,
    noRoomFor: (name: string) => `${name} was left out: five keyframes are the most.`,
    text: 'Storyboard as text',
    textHelp:
      'One line for each keyframe and each transition. Change the order, the seconds or the words after the colon; an address is a new keyframe.',
    textApply: 'Apply',
    textReset: 'As it was',
    textApplied: (count: number, total: number) => `Applied: ${count} keyframes, ${seconds(total)}.`,
    textError: (error: StoryboardTextError) => `Line ${error.line}: ${textProblem(error)}`,
  },
  media: {
    dropImage: 'Drop a picture here',
    dropVideo: 'Drop a video here',
    hint: 'Paste it, choose a file, or give its address.',
    choose: 'Choose a file',
    url: 'Address',
    urlHint: 'https://…',
    use: 'Use',
    clear: 'Remove',
    replace: 'Replace',
    uploading: (percent: number) => `Uploading, ${percent} % of the bytes sent`,
    failed: (why: string) => `It did not arrive. ${why}`,
    retry: 'Try again',
    unseen: 'No picture can be shown from this address.',
    wrongKind: (name: string, kind: 'image' | 'video') =>
      `${name} is not ${kind === 'image' ? 'a picture' : 'a video'}.`,
  },
  result: {
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
      count === 0 ? 'You are next' : count === 1 ? 'One ahead of you' : `${count} ahead of you`,
    elapsed: (clock: string) => `${clock} so far`,
    ready: (from: number, to: number) =>
      from === 0 ? `Ready within ${range(to, to)}` : `Ready in ${range(from, to)}`,
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
    recoverOutcomes: {
      LOOKING_AGAIN: 'Looked again: fal still does not give the video.',
      FOUND: 'The request was found at fal.',
      ARCHIVING: 'The video is being copied again.',
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
    /** What a failure is called, by its code. The server says it in English; another language has its own words here. */
    failure: (_code: string, said: { message: string; action: string }) => said,
    failureDetail: 'What fal said',
    billing: {
      NOT_BILLED: 'Nothing was paid.',
      MAY_BE_BILLED: 'It may have been paid.',
      UNKNOWN: 'Whether it was paid cannot be known from here.',
    },
    /** A field inside of a list: `Pictures, number 2`. */
    field: (label: string, place: number | null, inner: string | null) =>
      [label, place === null ? null : `number ${place}`, inner].filter(Boolean).join(', '),
    notFound: 'There is no such generation.',
    offline: 'The connection is lost. It goes on without you; this page catches up by itself.',
    online: 'Connected again.',
    empty: 'Your video appears here',
    emptyHint: 'It is followed live, and it goes on when you close this page.',
  },
  logs: {
    label: 'What the model says',
    lines: (count: number) => (count === 1 ? 'One line' : `${count} lines`),
    none: 'No line yet.',
    search: 'Find in the lines',
    matches: (found: number, count: number) => `${found} of ${count}`,
    copy: 'Copy all lines',
    copied: 'Lines copied',
    follow: 'Follow the newest line',
    larger: 'Show more lines',
    smaller: 'Show fewer lines',
  },
  video: {
    label: (title: string) => `Video: ${title}`,
    play: 'Play',
    pause: 'Pause',
    position: 'Position in the video',
    positionValue: (seconds: number, duration: number) => `${seconds.toFixed(2)} of ${duration.toFixed(2)} s`,
    back: 'One frame back',
    forth: 'One frame forth',
    loop: 'Repeat',
    speed: 'Speed',
    rate: (rate: number) => `${rate}×`,
    mute: 'Mute',
    unmute: 'Unmute',
    pictureInPicture: 'Picture in picture',
    leavePictureInPicture: 'Leave picture in picture',
    fullScreen: 'Full screen',
    leaveFullScreen: 'Leave full screen',
    compare: 'Hold to see what it was made from',
    broken: 'The video cannot be loaded from its address.',
    again: 'Load it again',
    /** A label with its key, as a tip: `Play (K)`. */
    withKey: (label: string, key: string) => `${label} (${key})`,
  },
  list: {
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
    shown: (count: number) => (count === 1 ? 'One is shown.' : `${count} are shown.`),
    density: 'Layout',
    densities: { grid: 'Tiles', list: 'Rows' },
    select: 'Select',
    selected: (count: number) => `${count} selected`,
    selectNone: 'Done',
    removeSelected: (count: number) => (count === 1 ? 'Delete' : `Delete ${count}`),
    removeTitle: (count: number) => (count === 1 ? 'Delete this generation?' : `Delete these ${count}?`),
    removeText: 'What is deleted cannot be brought back, and neither can its video.',
    keep: 'Keep',
    removed: (count: number) => (count === 1 ? 'Deleted.' : `${count} deleted.`),
    stillActive: 'What is under way cannot be deleted: cancel it first.',
    now: 'now',
    ago: (minutes: number) =>
      minutes < 60
        ? `${minutes} min`
        : minutes < 1_440
          ? `${Math.floor(minutes / 60)} h`
          : `${Math.floor(minutes / 1_440)} d`,
  },
  effects: {
    label: 'Effect',
    labelMany: 'Effects',
    search: 'Find an effect',
    found: (count: number, text: string) =>
      count === 0
        ? `No effect is called “${text}”.`
        : count === 1
          ? 'One effect found.'
          : `${count} effects found.`,
    chosen: (count: number) =>
      count === 0
        ? 'No effect chosen.'
        : count === 1
          ? 'One effect chosen.'
          : `${count} effects chosen: ${count} takes.`,
    hint: 'Point at an effect, or move to it, to see it move.',
    sample: 'This is a sample figure. Add a picture to see the effects on it.',
    unreadable:
      'Your picture cannot be read here, so a sample figure stands in for it. fal may read it all the same.',
  },
  form: {
    generate: 'Generate video',
    generating: 'Sending…',
    optional: '(optional)',
    more: 'More settings',
    add: 'Add one more',
    removeItem: (place: number) => `Remove number ${place}`,
  },
  cost: {
    label: 'Price',
    unknown: 'Price not known here',
    free: 'Free: nothing is sent to fal',
    loading: 'Asking for the price…',
  },
  prompt: {
    count: (length: number, maximum: number) =>
      `${length.toLocaleString('en')} of ${maximum.toLocaleString('en')} characters`,
    tooLong: (maximum: number) => `It is longer than ${maximum.toLocaleString('en')} characters.`,
    recent: 'Recent prompts',
    recentList: (label: string) => `Recent texts for ${label}`,
    submitHint: 'Ctrl or Cmd with Enter generates.',
  },
  seed: {
    label: 'Seed',
    random: 'random each time',
    roll: 'Roll a new seed',
    keep: 'Keep this seed',
    useResult: (seed: number) => `Use ${seed}, the seed of this result`,
    rolled: (seed: number) => `The seed is ${seed}.`,
    released: 'The seed is random each time.',
    notANumber: 'must be a whole number',
  },
  player: {
    play: 'Play the draft',
    pause: 'Pause the draft',
    position: 'Position in the draft',
    mark: 'Draft · drawn here, free',
    waiting: 'The draft appears as soon as there is something to draw',
    failed: 'This draft could not be drawn',
  },
}

/** The texts of the kit. */
export type Messages = typeof english
