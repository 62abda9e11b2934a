import { formatTimestamp } from '../clock.ts'
import type { QueueRequest, QueueStatus } from './request.ts'

/** One line of the ledger: a request that was accepted, whatever became of it. */
export interface LedgerEntry {
  request_id: string
  endpoint_id: string
  /** The body as it was sent; long data URIs are cut short. */
  input: unknown
  status: QueueStatus
  /** fal's form: ISO without a zone. */
  submitted_at: string
  webhook_url: string | null
}

const LONGEST_DATA_URI = 120

/** A request as the ledger shows it. */
export function ledgerEntry(request: QueueRequest): LedgerEntry {
  return {
    request_id: request.id,
    endpoint_id: request.endpointId,
    input: shortened(request.input),
    status: request.status,
    submitted_at: formatTimestamp(request.submittedAt),
    webhook_url: request.webhookUrl ?? null,
  }
}

/** The same JSON with each long data URI cut, and its length written behind. */
export function shortened(value: unknown): unknown {
  if (typeof value === 'string') {
    if (!value.startsWith('data:') || value.length <= LONGEST_DATA_URI) return value
    return `${value.slice(0, LONGEST_DATA_URI)}… (${value.length} characters)`
  }
  if (Array.isArray(value)) return value.map(shortened)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, shortened(item)]))
}
