import type { Messages } from '../messages/english/index.ts'

type Texts = Omit<Messages, 'catalog'>

/** The values for each text that takes some: the type checker asks for those of a new text. */
type Samples = {
  [Section in keyof Texts]: {
    [
      Key in keyof Texts[Section] as Texts[Section][Key] extends (...values: never) => string ? Key : never
    ]: Texts[Section][Key] extends (...values: infer Values extends unknown[]) => string
      ? readonly [Values, ...Values[]]
      : never
  }
}

/** Numbers that are in no text by themselves, so that each can be found again in what is said. */
export const messageSamples: Samples = {
  timeline: {
    keyframe: [[4, 9, 7]],
    keyframeName: [[4]],
    moveEarlier: [[4]],
    moveLater: [[4]],
    remove: [[4]],
    replace: [[4]],
    duplicate: [[4]],
    retry: [[4]],
    uploading: [[4, 37]],
    uploadFailed: [[4, 'WHY.']],
    transition: [[4]],
    seconds: [[7]],
    transitionLength: [[4]],
    transitionValue: [[4, 17, 29]],
    transitionPrompt: [[4]],
    insert: [[4]],
    positionValue: [[4.5, 17]],
    budget: [
      [17, 29],
      [36, 29],
    ],
    added: [
      [4, 9],
      [1, 9],
    ],
    replaced: [[4]],
    lifted: [[4, 9]],
    over: [[4, 9]],
    putBack: [[4]],
    moved: [[4, 9]],
    removed: [[4, 9]],
    duplicated: [[4, 9]],
    noRoomFor: [['NAME.png']],
    textApplied: [
      [4, 17],
      [1, 17],
    ],
    textError: [
      [{ line: 37, code: 'UNKNOWN_KEYFRAME', text: 'TEXT', known: ['ONE', 'TWO'] }],
      [{ line: 37, code: 'STILL_UPLOADING', text: 'TEXT' }],
      [{ line: 37, code: 'BAD_SECONDS', text: 'TEXT' }],
      [{ line: 37, code: 'NO_KEYFRAME_BEFORE' }],
      [{ line: 37, code: 'NO_KEYFRAME_BEHIND' }],
      [{ line: 37, code: 'TWO_TRANSITIONS' }],
      [{ line: 37, code: 'TOO_MANY_KEYFRAMES', maximum: 9 }],
      [{ line: 37, code: 'OVER_BUDGET', total: 46, budget: 29 }],
    ],
  },
  media: {
    hint: [[['PNG', 'JPEG', 'GIF'], 47 * 1024 ** 2]],
    place: [[4, 'NAME']],
    count: [[4, 9]],
    list: [['LABEL']],
    earlier: [['NAME']],
    later: [['NAME']],
    uploading: [['NAME', 37]],
    sent: [[37]],
    failed: [['NAME', 'WHY.']],
    details: [['PNG', { width: 1_480, height: 270 }, 7.5, 47 * 1024]],
    problem: [
      [{ code: 'EMPTY' }],
      [{ code: 'WRONG_TYPE', type: 'TIFF', kind: 'image' }],
      [{ code: 'WRONG_TYPE', type: null, kind: null }],
      [{ code: 'TOO_LARGE', bytes: 47 * 1024 ** 2, limit: 32 * 1024 ** 2, kind: 'image' }],
      [{ code: 'TOO_LARGE', bytes: 470 * 1024 ** 2, limit: 256 * 1024 ** 2, kind: 'video' }],
      [{ code: 'UNREADABLE' }],
      [{ code: 'TOO_LONG', seconds: 17.5, limit: 9 }],
      [{ code: 'NOT_AN_ADDRESS' }],
      [{ code: 'WRONG_DATA_URI', kind: 'image' }],
      [{ code: 'WRONG_DATA_URI', kind: 'video' }],
      [{ code: 'NOT_BASE64' }],
      [{ code: 'BROKEN_BASE64' }],
    ],
    refused: [['NAME', 'WHY']],
    noRoom: [['NAME', 9]],
    taken: [['NAME']],
    added: [
      [4, 9],
      [1, 9],
    ],
    arrived: [['NAME']],
    givenUp: [['NAME']],
    cleared: [['NAME']],
    removed: [['NAME', 9]],
    isBack: [['NAME']],
    moved: [['NAME', 4, 9]],
  },
  result: {
    ahead: [[0], [1], [7]],
    elapsed: [['4:17']],
    ready: [
      [0, 40],
      [40, 70],
      [140, 290],
    ],
    took: [['4:17']],
    spoken: [['STATE', 'MORE.']],
    spokenFailure: [['STATE', 'MESSAGE.', 'BILLING.']],
    field: [
      ['LABEL', null, 'INNER'],
      ['LABEL', 4, null],
      ['LABEL', 4, 'INNER'],
    ],
  },
  logs: { lines: [[1], [7]], matches: [[7, 1_234]] },
  video: { label: [['TITLE']], positionValue: [[4.25, 17]], rate: [[1.5]], withKey: [['LABEL', 'K']] },
  list: {
    shown: [[1], [7]],
    selected: [[7]],
    removeSelected: [[1], [7]],
    removeTitle: [[1], [7]],
    removed: [[1], [7]],
    ago: [[7], [200], [4_500]],
  },
  effects: {
    found: [
      [0, 'TEXT'],
      [1, 'TEXT'],
      [7, 'TEXT'],
    ],
    chosen: [[0], [1], [7]],
  },
  adopt: {},
  form: {
    leftEmpty: [['VALUE']],
    seconds: [[7]],
    range: [[4, 17]],
    rangeSeconds: [[4, 17]],
    places: [[4, 9]],
    changed: [[['ONE', 'TWO']]],
    removeItem: [['ITEM']],
    added: [['ITEM']],
    removed: [['ITEM']],
    summary: [[1], [7]],
  },
  cost: { amount: [[1_234.5, 'USD']] },
  prompt: { count: [[37, 10_000]], tooLong: [[10_000]], recentList: [['LABEL']] },
  seed: { useResult: [[123_456]], rolled: [[123_456]] },
  player: { positionValue: [[4.5, 17]] },
  server: { storageRefused: [[507]] },
  common: { before: [['LABEL']], numbered: [['LABEL', 4]] },
}
