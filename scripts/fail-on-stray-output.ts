// A test that prints is a test whose author did not look: any console call that a test did not replace fails it.
import { afterEach, beforeEach, expect } from 'vitest'

const methods = ['log', 'info', 'warn', 'error', 'debug'] as const
const originals = new Map(methods.map((method) => [method, console[method]]))
let stray: string[] = []

beforeEach(() => {
  stray = []
  for (const [method, original] of originals) {
    console[method] = (...values: unknown[]) => {
      stray.push(`console.${method}: ${values.map(String).join(' ')}`)
      original(...values)
    }
  }
})

afterEach(() => {
  for (const [method, original] of originals) console[method] = original
  expect(stray, 'the test printed to the console').toEqual([])
})
