import type { Outcome, QueueRequest } from './request.ts'

/** What the queue runs a request with. */
export interface Runner {
  /**
   * Runs a request to its end; never rejects but when `signal` is aborted. `log` takes lines as they happen.
   */
  run(request: QueueRequest, log: (message: string) => void, signal: AbortSignal): Promise<Outcome>
}
