import { createCatalog, type Operation } from '@pika-kit/core'
import { afterEach, expect, test } from 'vitest'
import { storyteller } from '../story-support/storyteller.ts'
import { keepForm, keptForm } from './keptForm.ts'

const textToVideo = createCatalog().find('TEXT_TO_VIDEO') as Operation
const write = (value: unknown) => localStorage.setItem('k:TEXT_TO_VIDEO', JSON.stringify(value))
afterEach(() => localStorage.clear())

test('each operation has its own under one key', () => {
  keepForm('k', textToVideo, { prompt: 'a', seed: 3 })
  keepForm('k', storyteller, { title: 'Sea' })
  expect(keptForm('k', textToVideo)).toEqual({ prompt: 'a', seed: 3 })
  expect(keptForm('k', storyteller)).toEqual({ title: 'Sea' })
  expect(keptForm('other', textToVideo)).toBeNull()
})

test('what no control could show is left out', () => {
  write({ prompt: 5, seed: 'x', duration: 7, aspectRatio: '1:2', gone: true, resolution: '1080p' })
  expect(keptForm('k', textToVideo)).toEqual({ resolution: '1080p' })
  write({ prompt: '', seed: 1.5, duration: 10 })
  expect(keptForm('k', textToVideo)).toEqual({ prompt: '', duration: 10 })
})

test.each(['nonsense', 'null', '[]', '5'])('%s is nothing', (text) => {
  localStorage.setItem('k:TEXT_TO_VIDEO', text)
  expect(keptForm('k', textToVideo)).toBeNull()
})

test('groups and lists come back whole or not at all', () => {
  const scenes = [{ imageUrl: '', words: 'Once' }]
  keepForm('k', storyteller, { scenes })
  expect(keptForm('k', storyteller)).toEqual({ scenes })
  keepForm('k', storyteller, { scenes: [{ words: 5 }] })
  expect(keptForm('k', storyteller)).toEqual({})
})
