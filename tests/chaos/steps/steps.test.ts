import { GENERATION_STEPS } from '@pika-kit/core'
import { expect, test } from 'vitest'
import { runShort } from './run.ts'
import { WAYS } from './ways.ts'

test('each step of a generation is on exactly one of the ways', () => {
  expect(WAYS.flatMap(({ steps }) => steps).toSorted()).toEqual(Object.keys(GENERATION_STEPS).toSorted())
})

test('a server that dies at any step loses nothing and pays nothing twice', async () => {
  const result = await runShort(1)
  expect(result, result.findings.join('\n')).toMatchObject({ lost: 0, paidTwice: 0, notFinal: 0, wrong: 0 })
  expect(result.findings).toEqual([])
  expect(result.deaths).toBe(Object.keys(GENERATION_STEPS).length)
  // Thirty-eight servers one after the other: seconds on a quiet machine, minutes on a busy one.
}, 240_000)
