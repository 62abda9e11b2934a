import type { Clock } from '../clock.ts'
import type { FaultControl } from '../faults/fault-control.ts'
import type { QueueRequest } from '../queue/request.ts'
import { scenarioOf } from '../scenarios/registry.ts'
import { postBroken } from './broken-post.ts'
import { webhookBody, webhookHeaders } from './message.ts'
import type { SigningKey } from './signing-key.ts'

/** Delivers webhooks, at least once each. */
export interface WebhookSender {
  /** Starts the delivery for a request with an outcome; does nothing when it asked for none or has had it. */
  deliver(request: QueueRequest): void
  /** Gives up what is on its way; a sender on the same requests takes it up again. Resolves when nothing is sent any more. */
  close(): Promise<void>
}

/** What a sender is made of. */
export interface WebhookSenderOptions {
  clock: Clock
  key: SigningKey
  faults: FaultControl
  /** What the result address answers for a request. */
  resultOf(request: QueueRequest): unknown
  /** Whether that is still kept: what has expired is not sent any more. */
  hasResult(request: QueueRequest): boolean
  /** Called when a webhook was acknowledged or given up for good: keeps that on disk. */
  onSettled(request: QueueRequest): void
  log(message: string): void
}

// fal's numbers: FAL_PROTOCOL section 6.
const MOST_RETRIES = 31
const FIRST_TIMEOUT_MS = 15_000
const LATER_TIMEOUT_MS = 120_000
/** Simulated seconds before the first retry; each wait is twice the last, up to ten minutes. */
const FIRST_WAIT_SECONDS = 1
const LONGEST_WAIT_SECONDS = 600

type Attempt = 'acknowledged' | 'refused-for-good' | 'failed'

/** Makes a sender. Unlike fal's it also delivers to loopback and private addresses, where the code under test is. */
export function createWebhookSender(options: WebhookSenderOptions): WebhookSender {
  const { clock, key, faults, resultOf, hasResult, onSettled, log } = options
  const closing = new AbortController()
  const deliveries = new Set<Promise<void>>()

  async function attempt(
    request: QueueRequest,
    url: string,
    body: string,
    timeoutMs: number,
  ): Promise<Attempt> {
    const fault = faults.take('webhook', request.faults, request.id)
    const signal = AbortSignal.any([closing.signal, AbortSignal.timeout(timeoutMs)])
    // The wall clock's second, whatever was jumped over: the receiver compares it with its own.
    const headers = webhookHeaders(request.id, body, key, Math.floor(Date.now() / 1000))
    if (fault?.with === 'cut' || fault?.with === 'stall') {
      await postBroken(url, headers, body, fault, signal)
      return 'failed'
    }
    try {
      const response = await fetch(url, {
        method: 'POST',
        body,
        headers,
        redirect: 'manual',
        signal,
      })
      await response.body?.cancel()
      // Its answer is lost on the way, or another is put in its place.
      if (fault) return 'failed'
      if (response.ok) return 'acknowledged'
      // fal does not follow a redirect and does not try again either.
      return response.status >= 300 && response.status < 400 ? 'refused-for-good' : 'failed'
    } catch {
      return 'failed'
    }
  }

  /** Answers whether it was acknowledged. */
  async function deliverOnce(request: QueueRequest, url: string, body: string): Promise<boolean> {
    const giveUp = (why: string): false => {
      log(`webhook of ${request.id} ${why}`)
      return false
    }
    for (let retries = 0; retries <= MOST_RETRIES; retries++) {
      if (retries > 0) await wait(Math.min(FIRST_WAIT_SECONDS * 2 ** (retries - 1), LONGEST_WAIT_SECONDS))
      if (closing.signal.aborted) return false
      if (!hasResult(request)) return giveUp('was never acknowledged: its result has expired')
      const timeoutMs = retries === 0 ? FIRST_TIMEOUT_MS : LATER_TIMEOUT_MS
      const answer = await clock.during(attempt(request, url, body, timeoutMs))
      if (answer === 'acknowledged') return true
      if (answer === 'refused-for-good') return giveUp('was redirected: given up, as fal does')
    }
    return giveUp(`was never acknowledged: given up after ${MOST_RETRIES} retries`)
  }

  function wait(seconds: number): Promise<void> {
    return new Promise((resolve) => {
      const done = (): void => {
        cancel()
        closing.signal.removeEventListener('abort', done)
        resolve()
      }
      const cancel = clock.after(seconds, done)
      closing.signal.addEventListener('abort', done)
      if (closing.signal.aborted) done()
    })
  }

  async function deliverAll(request: QueueRequest, url: string): Promise<void> {
    const fault = scenarioOf(request.scenario).webhook
    const body = webhookBody(request, resultOf(request))
    const copies = fault === 'lost' ? 0 : fault === 'twice' ? 2 : 1
    let isDelivered = false
    for (let copy = 0; copy < copies; copy++) isDelivered = await deliverOnce(request, url, body)
    if (closing.signal.aborted) return
    request.webhookDelivery = isDelivered ? 'delivered' : 'undelivered'
    onSettled(request)
  }

  return {
    deliver(request) {
      if (request.webhookUrl === undefined || request.webhookDelivery || !request.outcome) return
      const delivery = deliverAll(request, request.webhookUrl)
      deliveries.add(delivery)
      void delivery.finally(() => deliveries.delete(delivery))
    },
    async close() {
      closing.abort()
      await Promise.all(deliveries)
    },
  }
}
