import { vi } from 'vitest'

/** Notes each worker that is started and ended; `vi.unstubAllGlobals()` ends that. */
export function watchWorkers(): { readonly running: number; readonly started: number } {
  const running = new Set<Worker>()
  let started = 0
  vi.stubGlobal(
    'Worker',
    class extends Worker {
      constructor(url: string | URL, options?: WorkerOptions) {
        super(url, options)
        started++
        running.add(this)
      }
      override terminate() {
        running.delete(this)
        super.terminate()
      }
    },
  )
  return {
    get running() {
      return running.size
    },
    get started() {
      return started
    },
  }
}
