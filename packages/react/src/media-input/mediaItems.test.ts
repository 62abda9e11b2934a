import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  detailsOfUrl,
  idsOf,
  type MediaItem,
  type MediaItems,
  type MediaStep,
  noMedia,
  stepMedia,
  urlsOf,
} from './mediaItems.ts'

const item = (id: string, url: string | null = `https://files.test/${id}.png`): MediaItem => ({
  id,
  url,
  details: { ...detailsOfUrl(''), name: `${id}.png` },
})
const list = (...items: MediaItem[]): MediaItems => ({ items, removed: null })
const after = (state: MediaItems, ...steps: MediaStep[]) => steps.reduce(stepMedia, state)
const ids = ({ items }: MediaItems) => items.map(({ id }) => id).join(' ')

describe('what is on its way', () => {
  test('has no address until it arrives, and keeps its place', () => {
    const state = after(
      list(item('a'), item('c')),
      { type: 'add', items: [item('b', null)] },
      { type: 'move', id: 'b', to: 1 },
    )
    expect(urlsOf(state)).toEqual(['https://files.test/a.png', 'https://files.test/c.png'])
    expect(urlsOf(after(state, { type: 'arrive', id: 'b', url: 'https://b' }))[1]).toBe('https://b')
  })

  test('gives way to what was there before, however often it was replaced on the way', () => {
    const state = after(
      list(item('a')),
      { type: 'replace', id: 'a', item: item('b', null) },
      { type: 'replace', id: 'b', item: item('c', null) },
    )
    expect(ids(state)).toBe('c')
    expect([...idsOf(state)]).toEqual(['c', 'a'])
    expect(ids(after(state, { type: 'give-up', id: 'c' }))).toBe('a')
    expect([...idsOf(after(state, { type: 'arrive', id: 'c', url: 'https://c' }))]).toEqual(['c'])
  })

  test('is gone when it is given up where nothing was', () => {
    expect(after(list(item('a', null)), { type: 'give-up', id: 'a' }).items).toEqual([])
  })
})

describe('a removal', () => {
  test('can be taken back, to the same place, until something else happens', () => {
    const gone = after(list(item('a'), item('b'), item('c')), { type: 'remove', id: 'b' })
    expect(ids(gone)).toBe('a c')
    expect(ids(after(gone, { type: 'put-back' }))).toBe('a b c')
    expect(ids(after(gone, { type: 'move', id: 'a', to: 1 }, { type: 'put-back' }))).toBe('c a')
  })
})

describe('addresses from outside', () => {
  const newId = (() => {
    let count = 0
    return () => `new-${count++}`
  })()

  test('keep what has one of them, twice the same included', () => {
    const known = list(item('a'), item('b', 'https://twin'), item('c', 'https://twin'))
    const urls = ['https://twin', 'https://other', 'https://twin', 'https://files.test/a.png']
    const state = after(known, { type: 'adopt', urls, newId })
    expect(ids(state)).toBe('b new-0 c a')
    expect(urlsOf(state)).toEqual(urls)
  })

  test('end what is on its way', () => {
    expect(after(list(item('a', null)), { type: 'adopt', urls: [], newId })).toEqual(noMedia)
  })
})

test('whatever happens, no id is there twice and the addresses are those of the items', () => {
  const id = fc.constantFrom('a', 'b', 'c', 'd')
  const step = fc.oneof(
    fc.record({ type: fc.constant('remove' as const), id }),
    fc.record({ type: fc.constant('give-up' as const), id }),
    fc.record({ type: fc.constant('put-back' as const) }),
    fc.record({ type: fc.constant('move' as const), id, to: fc.integer({ min: -3, max: 9 }) }),
    fc.record({ type: fc.constant('arrive' as const), id, url: fc.constant('https://arrived') }),
  )
  fc.assert(
    fc.property(fc.array(step, { maxLength: 20 }), (steps) => {
      const state = after(list(item('a'), item('b', null), item('c'), item('d')), ...steps)
      expect(new Set(state.items.map((one) => one.id)).size).toBe(state.items.length)
      expect(urlsOf(state)).toEqual(state.items.flatMap(({ url }) => url ?? []))
    }),
  )
})

test('an address tells its name, a data URI its format and its bytes', () => {
  expect(detailsOfUrl('https://a.test/files/my%20cat.png?x=1').name).toBe('my cat.png')
  expect(detailsOfUrl('https://a.test/100%').name).toBe('100%')
  expect(detailsOfUrl('https://a.test/').name).toBe('a.test')
  expect(detailsOfUrl('data:image/png;base64,AAAA')).toMatchObject({
    name: null,
    type: 'image/png',
    bytes: 3,
  })
})
