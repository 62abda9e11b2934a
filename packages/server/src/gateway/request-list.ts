// fal's list of the requests of an endpoint: the only way to a request whose id was lost, and the last one to a result
// that is no longer kept. FAL_PROTOCOL section 8.
import { isDeepStrictEqual } from 'node:util'
import type { RequestLookup, RequestQuery, SubmissionQuery, SubmissionSearch } from '@pika-kit/core'
import { z } from 'zod'
import { readVideo } from './answers.ts'
import { readFailure } from './failures.ts'

export interface RequestList {
  /** `https://api.fal.ai`, or where a fal-compatible service has it. */
  url: string
  key: string
  signal: AbortSignal
}

/** A submission is given up after 30 s; more on both sides, because fal's clock and ours may differ. */
const WINDOW_BEFORE_MS = 60_000
const WINDOW_AFTER_MS = 120_000
/** More than these many pages for three minutes of one endpoint is no list to draw conclusions from. */
const MAXIMUM_PAGES = 20

const page = z.object({
  items: z.array(
    z.object({
      request_id: z.string().regex(/^[\w-]{1,200}$/),
      sent_at: z.string(),
      started_at: z.string().nullish().catch(null),
      ended_at: z.string().nullish().catch(null),
      status_code: z.number().int().nullish().catch(null),
      json_input: z.unknown().optional(),
      json_output: z.unknown().optional(),
    }),
  ),
  next_cursor: z.string().nullish(),
  has_more: z.boolean(),
})
type Item = z.infer<typeof page>['items'][number]

/** Searches for a submission around its time. Never throws: what cannot be read whole is `unknown`. */
export async function searchRequestList(
  list: RequestList,
  query: SubmissionQuery,
): Promise<SubmissionSearch> {
  const [from, to] = [query.submittedAt - WINDOW_BEFORE_MS, query.submittedAt + WINDOW_AFTER_MS]
  try {
    const items = await readAll(list, query.endpointId, from)
    const inTime = items
      .map((item) => ({ item, sentAt: readInstant(item.sent_at) }))
      .filter(({ sentAt }) => !(sentAt < from || sentAt > to))
      .toSorted((a, b) => a.sentAt - b.sentAt)
    const matching = inTime.filter(({ item }) => isSubmissionOf(item, query.body))
    const others = inTime.filter((entry) => !matching.includes(entry))
    const unreadable = others.filter(
      ({ item, sentAt }) => Number.isNaN(sentAt) || mayDiffer(item, query.body),
    )
    const idsOf = (entries: typeof inTime) => entries.map(({ item }) => item.request_id)
    return { type: 'listed', matching: idsOf(matching), unreadable: idsOf(unreadable) }
  } catch (error) {
    return { type: 'unknown', cause: error instanceof Error ? error.message : String(error) }
  }
}

/** Looks one request up by its id. Never throws: what cannot be read is `unknown`. */
export async function lookUpRequest(
  list: RequestList,
  { endpointId, requestId, since }: RequestQuery,
  trustedOrigin: string | null,
): Promise<RequestLookup> {
  try {
    const items = await readAll(list, endpointId, since, requestId)
    // What is asked for is looked for here, too: a service that ignores the parameter lists them all.
    const item = items.find(({ request_id }) => request_id === requestId)
    if (!item) return { type: 'absent' }
    const { json_input, sent_at, started_at } = item
    return {
      type: 'found',
      body: isObject(json_input) ? json_input : null,
      sentAt: readMoment(sent_at),
      startedAt: readMoment(started_at),
      status: statusOf(item),
      result: resultOf(item, trustedOrigin),
    }
  } catch (error) {
    return { type: 'unknown', cause: error instanceof Error ? error.message : String(error) }
  }
}

function statusOf({ ended_at, status_code, started_at }: Item) {
  if (ended_at || typeof status_code === 'number') return 'FINISHED'
  return started_at ? 'IN_PROGRESS' : 'IN_QUEUE'
}

/** How a request ended; null where the list does not say, or shows no output of a success. */
function resultOf(
  { status_code, json_output }: Item,
  trustedOrigin: string | null,
): Extract<RequestLookup, { type: 'found' }>['result'] {
  if (typeof status_code !== 'number') return null
  if (status_code === 499) return { type: 'cancelled' }
  if (status_code >= 400) return { type: 'failed', error: readFailure(status_code, json_output) }
  const video = readVideo(json_output, trustedOrigin)
  return video ? { type: 'video', video, billableUnits: null } : null
}

function readMoment(text: string | null | undefined): number | null {
  const instant = readInstant(text ?? '')
  return Number.isNaN(instant) ? null : instant
}

async function readAll(
  { url, key, signal }: RequestList,
  endpointId: string,
  from: number,
  requestId?: string,
): Promise<Item[]> {
  const items: Item[] = []
  let cursor: string | null = null
  for (let count = 0; count < MAXIMUM_PAGES; count++) {
    const parameters = new URLSearchParams({
      endpoint_id: endpointId,
      start: new Date(from).toISOString(),
      expand: 'payloads',
      limit: '100',
      ...(requestId !== undefined && { request_id: requestId }),
      ...(cursor !== null && { cursor }),
    })
    const response = await fetch(`${url}/v1/models/requests/by-endpoint?${parameters}`, {
      headers: { authorization: `Key ${key}` },
      // A redirect would carry the key to wherever it points.
      redirect: 'error',
      signal,
    })
    if (!response.ok) {
      await response.body?.cancel()
      throw new Error(`the request list answered with status ${response.status}`)
    }
    const answer = page.parse(await response.json())
    items.push(...answer.items)
    if (!answer.has_more) return items
    if (!answer.next_cursor) throw new Error('the request list has more, and does not say where')
    cursor = answer.next_cursor
  }
  throw new Error(`the request list has more than ${MAXIMUM_PAGES} pages`)
}

/** Whether everything that was sent is in the request; fal may show the defaults that it filled in, too. */
function isSubmissionOf({ json_input }: Item, body: Record<string, unknown>): boolean {
  if (!isObject(json_input)) return false
  const sent = JSON.parse(JSON.stringify(body)) as Record<string, unknown>
  return Object.entries(sent).every(([name, value]) => isDeepStrictEqual(json_input[name], value))
}

/**
 * Whether a request that is not as it was sent may be it all the same: the list has no payloads, or shows an uploaded file
 * in place of a data URI. What differs in anything else, its prompt say, is another request.
 */
function mayDiffer({ json_input }: Item, body: Record<string, unknown>): boolean {
  if (!isObject(json_input)) return true
  return Object.entries(body).every(([name, value]) => isEqualButForMedia(json_input[name], value))
}

function isEqualButForMedia(shown: unknown, sent: unknown): boolean {
  if (typeof sent === 'string' && sent.startsWith('data:')) return true
  if (Array.isArray(sent)) {
    if (!Array.isArray(shown)) return JSON.stringify(sent).includes('"data:')
    return shown.length === sent.length && sent.every((item, index) => isEqualButForMedia(shown[index], item))
  }
  if (isObject(sent) && isObject(shown))
    return Object.entries(sent).every(([name, value]) => isEqualButForMedia(shown[name], value))
  return isDeepStrictEqual(shown, sent)
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** fal writes some instants without a zone, and means UTC. */
function readInstant(text: string): number {
  return Date.parse(/(Z|[+-]\d\d:?\d\d)$/.test(text) ? text : `${text}Z`)
}
