import { expect, test } from 'vitest'
import { parseFault } from './fault.ts'

test.each([
  { at: 'submit', step: 'after-accept', afterBytes: 17, with: 'cut' },
  { at: 'cancel', step: 'before-accept', with: 'status:503' },
  { at: 'stream', step: 'after-first-event', with: 'stall' },
  { at: 'stream', afterBytes: [0, 90], with: 'cut' },
  { at: 'list', with: 'stall' },
])('%j is a fault', (fault) => {
  expect(parseFault(fault)).toEqual(fault)
})

test.each([
  ['cut', 'a fault must be an object'],
  [{ at: 'lunch', with: 'cut' }, 'fault.at is "lunch": give one of submit, status, stream'],
  [{ with: 'cut' }, 'fault.at is missing: give one of'],
  [{ at: 'result' }, 'fault.with is missing: give cut, stall, or status:'],
  [{ at: 'result', with: 'status:200' }, 'fault.with is "status:200": give cut, stall, or status:'],
  [{ at: 'submit', with: 'cut' }, 'fault.step is missing: give before-accept or after-accept'],
  [{ at: 'result', step: 'after-accept', with: 'cut' }, 'fault.step has no meaning at result: leave it out'],
  [
    { at: 'stream', step: 'after-accept', with: 'cut' },
    'fault.step is "after-accept": give after-first-event, or leave it out',
  ],
  [{ at: 'result', afterBytes: -1, with: 'cut' }, 'fault.afterBytes is -1: give a whole number from 0'],
  [{ at: 'result', afterBytes: [5, 2], with: 'cut' }, 'fault.afterBytes is [5,2]: give a whole number'],
  [{ at: 'result', afterBytes: 5, with: 'status:500' }, 'fault.afterBytes has no meaning with a status'],
  [
    { at: 'stream', step: 'after-first-event', afterBytes: 1, with: 'cut' },
    'fault.afterBytes has no meaning at after-first-event',
  ],
  [
    { at: 'stream', step: 'after-first-event', with: 'status:500' },
    'fault.with is "status:500": give cut or',
  ],
  [{ at: 'result', when: 'now', with: 'cut' }, 'fault.when is not known'],
])('%j is refused with the field and the mend', (fault, message) => {
  expect(() => parseFault(fault)).toThrow(TypeError)
  expect(() => parseFault(fault)).toThrow(message)
})
