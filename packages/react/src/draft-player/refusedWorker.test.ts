import { expect, test, vi } from 'vitest'
import { openWorkerStage } from './workerStage.ts'

test('a browser that refuses a worker is not asked again', () => {
  let asked = 0
  vi.stubGlobal('Worker', function refuse() {
    asked++
    throw new DOMException('refused', 'SecurityError')
  })
  const onLost = vi.fn<() => void>()
  expect([openWorkerStage(onLost), openWorkerStage(onLost)]).toEqual([null, null])
  expect(asked).toBe(1)
  expect(onLost).not.toHaveBeenCalled()
  vi.unstubAllGlobals()
})
