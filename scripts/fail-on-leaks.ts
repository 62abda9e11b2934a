// A server or a child process that outlives its test file keeps a port, and makes another file fail at another time.
// Timers and sockets are left out: keep-alive connections of fetch, and vitest's own, come and go by themselves.
import { afterAll, expect, vi } from 'vitest'

const watched = new Set(['TCPServerWrap', 'PipeServerWrap', 'ProcessWrap'])
const active = () => process.getActiveResourcesInfo().filter((resource) => watched.has(resource))
const before = active().length

// Registered before the hooks of the test file itself, and therefore run after them.
afterAll(async () => {
  await vi.waitFor(
    () => {
      const left = active()
      const message = `the file left ${left.join(', ')} open: close servers and end child processes in afterAll or afterEach`
      expect(left.length, message).toBeLessThanOrEqual(before)
    },
    { timeout: 2000 },
  )
})
