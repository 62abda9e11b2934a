import { formatTimestamp } from '../clock.ts'
import { sendJson } from '../http/exchange.ts'
import type { Route } from '../http/router.ts'
import type { Queue } from './queue.ts'

/** Longest data URI that the ledger shows whole: enough to recognise one, too little to fill a terminal. */
const SHOWN_CHARACTERS = 64

/** `GET /_emulator/requests`: everything that was ever accepted, oldest first. What tests count to find a double payment. */
export function ledgerRoutes(queue: Queue): Route[] {
  return [
    {
      methods: ['GET'],
      pattern: /^\/_emulator\/requests$/,
      handle: (exchange) => sendJson(exchange, 200, ledgerOf(queue)),
    },
  ]
}

/** One line of the ledger. */
export interface LedgerEntry {
  request_id: string
  endpoint_id: string
  /** The body as it was sent, with long data URIs cut. */
  input: unknown
  status: string
  /** UTC, ISO without a zone, as fal writes it. */
  submitted_at: string
  webhook_url: string | null
}

/** The ledger of a queue. */
export function ledgerOf(queue: Queue): LedgerEntry[] {
  return queue.list().map((request) => ({
    request_id: request.id,
    endpoint_id: request.endpointId,
    input: shorten(request.input),
    status: request.status,
    submitted_at: formatTimestamp(request.submittedAt),
    webhook_url: request.webhookUrl ?? null,
  }))
}

function shorten(value: unknown): unknown {
  if (typeof value === 'string') {
    const isLong = value.startsWith('data:') && value.length > SHOWN_CHARACTERS
    return isLong ? `${value.slice(0, SHOWN_CHARACTERS)}… (${value.length} characters)` : value
  }
  if (Array.isArray(value)) return value.map(shorten)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, shorten(item)]))
}
