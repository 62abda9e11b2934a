import { expect, test } from 'vitest'
import { dueAt, hear, silence, speak, type Speech } from './speech.ts'

const news = (words: string) => ({ kind: 'news', words }) as const
const place = (words: string) => ({ kind: 'place', words }) as const

test('the first is spoken at once, the next a second later', () => {
  let speech: Speech = hear(silence, news('Sending'))
  expect(dueAt(speech)).toBe(-Infinity)
  speech = hear(speak(speech, 5_000), news('Rendering'))
  expect(speech.spoken).toBe('Sending')
  expect(dueAt(speech)).toBe(6_000)
})

test('of the places in the queue the newest is spoken, once in ten seconds', () => {
  let speech = speak(hear(silence, place('5 ahead')), 1_000)
  speech = hear(hear(speech, place('4 ahead')), place('3 ahead'))
  expect(dueAt(speech)).toBe(11_000)
  speech = speak(speech, 11_000)
  expect(speech).toMatchObject({ spoken: '3 ahead', waiting: [] })
  expect(dueAt(speech)).toBeNull()
})

test('news go before a place, and make it old', () => {
  let speech = speak(hear(silence, place('5 ahead')), 1_000)
  speech = hear(hear(speech, place('4 ahead')), news('Rendering'))
  expect(speech.waiting).toEqual([news('Rendering')])
  expect(dueAt(speech)).toBe(2_000)
})

test('no news are lost', () => {
  const speech = hear(hear(speak(hear(silence, news('a')), 0), news('b')), news('c'))
  expect(speak(speak(speech, 1_000), 2_000).spoken).toBe('c')
})
