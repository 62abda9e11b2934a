// A test that prints is a test whose author did not look: any console call that a test did not replace fails it.
import { afterEach, beforeEach, expect } from 'vitest'

const methods = ['log', 'info', 'warn', 'error', 'debug'] as const
let stray: string[] = []

beforeEach(() => {
  stray = []
  for (const method of methods) {
    const original = console[method]
    console[method] = (...values: unknown[]) => {
      stray.push(`console.${method}: ${values.map(String).join(' ')}`)
      original(...values)
    }
  }
})

afterEach(() => {
  expect(stray, 'the test printed to the console').toEqual([])
})
