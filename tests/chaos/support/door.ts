// The way to the emulator: refuses submissions, loses and delays webhooks, and plays storms in which nobody gets through.
import { createServer, request as forward, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { pipeline } from 'node:stream'
import { type Fate, readFate } from './fate.ts'
import { randomOf } from './random.ts'

export interface Door {
  url: string
  leadTo(emulatorUrl: string): void
  close(): void
}

/** How late a late webhook is. */
const LATE_MS = 3_000
const LATE_PATH = '/late-webhook'
/** Answers how many status streams of each request were open at once, at most: more than one means two followers. */
export const STREAMS_PATH = '/_door/streams'

/** Opens it on a free port; with a seed there are storms. */
export async function openDoor(stormSeed: number | null): Promise<Door> {
  const refused = new Map<number, number>()
  const firstSeen = new Map<string, number>()
  const unreadable = new Set<string>()
  const storms = stormSeed === null ? null : startStorms(stormSeed)
  const streams = { open: new Map<string, number>(), most: new Map<string, number>() }
  let emulatorUrl = ''

  const countStream = (requestId: string, response: ServerResponse) => {
    const open = (streams.open.get(requestId) ?? 0) + 1
    streams.open.set(requestId, open)
    streams.most.set(requestId, Math.max(open, streams.most.get(requestId) ?? 0))
    response.once('close', () => streams.open.set(requestId, (streams.open.get(requestId) ?? 1) - 1))
  }

  /** Refuses a submission before the emulator sees it, as often as its fate says; true when it did. */
  const refuse = (number: number, { refusals }: Fate, response: ServerResponse): boolean => {
    const count = refused.get(number) ?? 0
    const refusal = refusals[count]
    if (refusal === undefined) return false
    refused.set(number, count + 1)
    if (refusal === 'cut') response.destroy()
    else answerBusy(response, refusal)
    return true
  }

  const server = createServer((request, response) => {
    void readBody(request).then((body) => {
      const url = new URL(request.url ?? '/', emulatorUrl)
      if (url.pathname === LATE_PATH) {
        // Not yet: the emulator sends it again, as fal does.
        const due = (firstSeen.get(url.href) ?? Date.now()) + LATE_MS
        firstSeen.set(url.href, due - LATE_MS)
        if (Date.now() < due) return answerBusy(response, 503)
        return pass(url.searchParams.get('to') ?? '', request, response, body, null)
      }
      if (url.pathname === STREAMS_PATH)
        return void response.end(JSON.stringify(Object.fromEntries(streams.most)))
      const streamed = /\/requests\/([^/]+)\/status\/stream$/.exec(url.pathname)?.[1]
      if (streamed !== undefined) countStream(streamed, response)
      const status = url.pathname.startsWith('/_emulator') ? null : (storms?.status() ?? null)
      if (status !== null) return answerBusy(response, status)
      if (request.method === 'GET' && unreadable.delete(url.pathname.split('/').at(-1) ?? ''))
        return void response.writeHead(200, { 'content-type': 'application/json' }).end('{}')
      const ours = request.method === 'POST' ? readFate(parse(body)) : null
      if (!ours) return pass(url.href, request, response, body, null)
      const { number, fate } = ours
      if (refuse(number, fate, response)) return
      const webhookUrl = url.searchParams.get('fal_webhook')
      if (fate.webhook === 'lost') url.searchParams.delete('fal_webhook')
      if (fate.webhook === 'late' && webhookUrl !== null)
        url.searchParams.set('fal_webhook', `${ownUrl}${LATE_PATH}?to=${encodeURIComponent(webhookUrl)}`)
      const onReply = fate.isResultUnreadable ? (id: string) => void unreadable.add(id) : undefined
      pass(url.href, request, response, body, fate.scenario, onReply)
    })
    request.on('error', () => response.destroy())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const ownUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    url: ownUrl,
    leadTo: (url) => void (emulatorUrl = url),
    close() {
      storms?.end()
      server.close()
      server.closeAllConnections()
    },
  }
}

/** Every four to twelve seconds, for one to two, every request is answered with the same error. */
function startStorms(seed: number): { status(): 429 | 503 | null; end(): void } {
  const random = randomOf(seed)
  let status: 429 | 503 | null = null
  let timer: NodeJS.Timeout
  const calm = () => {
    status = null
    timer = setTimeout(storm, 4_000 + 8_000 * random())
  }
  const storm = () => {
    status = random() < 0.5 ? 429 : 503
    timer = setTimeout(calm, 1_000 + 1_000 * random())
  }
  calm()
  return { status: () => status, end: () => clearTimeout(timer) }
}

function answerBusy(response: ServerResponse, status: 429 | 503): void {
  response.writeHead(status, { 'content-type': 'application/json', 'retry-after': '1' })
  response.end(JSON.stringify({ detail: 'not now' }))
}

function pass(
  target: string,
  request: IncomingMessage,
  response: ServerResponse,
  body: Buffer,
  scenario: string | null,
  onAccepted?: (requestId: string) => void,
): void {
  const { host: _host, ...headers } = request.headers
  const onward = forward(target, {
    method: request.method,
    headers: { ...headers, ...(scenario !== null && { 'x-emulator-scenario': scenario }) },
  })
  onward.on('response', (answer) => {
    response.writeHead(answer.statusCode ?? 502, answer.headers)
    response.flushHeaders()
    const requestId = answer.headers['x-fal-request-id']
    if (typeof requestId === 'string') onAccepted?.(requestId)
    // Whatever breaks off behind the door breaks off before it.
    pipeline(answer, response, () => onward.destroy())
  })
  onward.on('error', () => response.destroy())
  response.on('close', () => onward.destroy())
  onward.end(body)
}

async function readBody(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = []
  for await (const part of request as AsyncIterable<Buffer>) parts.push(part)
  return Buffer.concat(parts)
}

function parse(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'))
  } catch {
    return null
  }
}
