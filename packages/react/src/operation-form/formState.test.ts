import { createCatalog, type Operation } from '@pika-kit/core'
import { expect, test } from 'vitest'
import { storyteller } from '../story-support/storyteller.ts'
import { groupFields } from './formGroups.ts'
import { checkForm, type FormIssue } from './formIssues.ts'
import { formReducer, newForm } from './formState.ts'
import { isSameValue, secondsOf, setField } from './formValue.ts'

const operation = (id: string) => createCatalog().find(id) as Operation
const check = (id: string, input: Record<string, unknown>, uploading: string[] = []) =>
  checkForm({ operation: operation(id), input, uploading, notArrived: 'not there' }).map(
    ({ path, message }) => `${path.join('.')}: ${message}`,
  )
const image = 'https://pictures.test/a.png'

test('the fields are grouped by what their definition says', () => {
  const names = (of: Operation) =>
    Object.values(groupFields(of)).map((group) => group.map(({ name }: { name: string }) => name).join(' '))
  expect(names(operation('PIKAFRAMES'))).toEqual([
    'imageUrls transitions',
    'prompt',
    'resolution',
    'negativePrompt seed',
  ])
  expect(names(operation('PIKAFFECTS'))).toEqual(['', 'imageUrl pikaffect prompt', '', 'negativePrompt seed'])
  expect(names(operation('PIKASCENES'))).toEqual([
    '',
    'imageUrls prompt',
    'aspectRatio resolution duration ingredientsMode',
    'negativePrompt seed',
  ])
  expect(names(storyteller)).toEqual(['', 'title scenes', 'mood frame length', 'grain'])
})

test('the issues are those of the server, in its words, in the order of the form', () => {
  expect(check('TEXT_TO_VIDEO', { seed: -1, prompt: ' ', duration: 7 })).toEqual([
    'prompt: must not be empty',
    'duration: must be one of 5, 10',
    'seed: must be at least 0',
  ])
  expect(check('PIKASCENES', { imageUrls: [image, ''], prompt: 'a' })).toEqual(['imageUrls.1: is required'])
  expect(check('PIKASCENES', { imageUrls: [image], prompt: 'a', ratio: 1 })).toEqual([': has no field ratio'])
})

test('a file on its way is told as such, also where the field may be left out', () => {
  expect(check('IMAGE_TO_VIDEO', { prompt: 'a' }, ['imageUrl'])).toEqual(['imageUrl: not there'])
  expect(check('PIKASWAPS', { videoUrl: 'https://a.test/a.mp4', prompt: 'a' }, ['imageUrl'])).toEqual([
    'imageUrl: not there',
  ])
  expect(check('PIKASCENES', { imageUrls: [image, ''], prompt: 'a' }, ['imageUrls'])).toEqual([
    'imageUrls.1: not there',
  ])
  expect(check('COLLECTION_TO_VIDEO', { images: [{ imageUrl: '' }], prompt: 'a' }, ['images'])).toEqual([
    'images.0.imageUrl: not there',
  ])
  // Whether it is on its way or did not arrive: a keyframe without an address is never left out silently.
  expect(check('PIKAFRAMES', { imageUrls: [image, '', image] })).toEqual(['imageUrls.1: not there'])
})

test('what is empty is left out, and says the same as nothing', () => {
  const value = setField({ prompt: 'a' }, 'seed', 4)
  expect(value).toEqual({ prompt: 'a', seed: 4 })
  expect(setField(value, 'seed', (known: unknown) => Number(known) + 1)).toEqual({ prompt: 'a', seed: 5 })
  expect(setField(value, 'seed', undefined)).toEqual({ prompt: 'a' })
  expect(setField(value, 'prompt', '')).toEqual({ seed: 4 })
  expect(setField(value, 'prompt', 'a')).toBe(value)
  expect(isSameValue({ imageUrls: [], prompt: '' }, {})).toBe(true)
  expect(isSameValue({ a: [{ b: 1 }] }, { a: [{ b: 2 }] })).toBe(false)
})

test('the seconds are those of the video', () => {
  expect(secondsOf(operation('TEXT_TO_VIDEO'), {})).toBe(5)
  expect(secondsOf(operation('TEXT_TO_VIDEO'), { duration: 10 })).toBe(10)
  expect(secondsOf(operation('PIKAFRAMES'), { imageUrls: [image] })).toBeNull()
  expect(secondsOf(operation('PIKAFRAMES'), { imageUrls: [image, image, image] })).toBe(10)
  expect(
    secondsOf(operation('PIKAFRAMES'), { imageUrls: [image, image], transitions: [{ duration: 3 }] }),
  ).toBe(3)
  expect(secondsOf(operation('PIKAFFECTS'), {})).toBeNull()
})

const prompt: FormIssue = { path: ['prompt'], message: 'is required', code: 'REQUIRED' }
const seed: FormIssue = { path: ['seed'], message: 'must be at least 0', code: 'TOO_SMALL' }

test('what was wrong is watched until it is right, and then not before the next press', () => {
  const checked = formReducer(newForm, { type: 'checked', issues: [prompt, seed], refused: [], input: {} })
  expect(checked).toMatchObject({ watched: ['prompt', 'seed'], refusals: 1 })
  const mended = formReducer(checked, { type: 'edited', name: 'prompt', input: {}, issues: [seed] })
  expect(mended.watched).toEqual(['seed'])
  const emptied = formReducer(mended, { type: 'edited', name: 'prompt', input: {}, issues: [prompt, seed] })
  expect(emptied.watched).toEqual(['seed'])
})

test('what the server refused goes when its place is changed, and stays when another is', () => {
  const input = { imageUrls: [image, image], prompt: 'a' }
  const issues: FormIssue[] = [
    { path: ['imageUrls', '1'], message: 'is gone', code: 'NOT_FOUND' },
    { path: [], message: 'no more', code: 'GONE' },
  ]
  const refused = formReducer(newForm, { type: 'refused', issues, input })
  const other = formReducer(refused, {
    type: 'edited',
    name: 'imageUrls',
    input: { ...input, imageUrls: ['https://pictures.test/b.png', image] },
    issues: [],
  })
  expect(other.refused?.issues).toEqual([issues[0]])
  const changed = formReducer(other, {
    type: 'edited',
    name: 'imageUrls',
    input: { ...input, imageUrls: [image] },
    issues: [],
  })
  expect(changed.refused).toBeNull()
})

test('a reset forgets everything but what is being sent, and can be taken back until the next change', () => {
  const sending = formReducer(newForm, { type: 'sending' })
  const reset = formReducer(sending, { type: 'reset', before: { prompt: 'a' } })
  expect(reset).toMatchObject({ phase: 'sending', before: { prompt: 'a' }, resets: 1 })
  const edited = formReducer(reset, { type: 'edited', name: 'prompt', input: {}, issues: [] })
  expect(edited.before).toBeNull()
})
