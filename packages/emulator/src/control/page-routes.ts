import { type Exchange, headerOf, sendJson } from '../http/exchange.ts'
import { HttpError } from '../http/http-error.ts'
import type { Route } from '../http/router.ts'
import type { Answers } from '../queue/answers.ts'
import { ledgerEntry } from '../queue/ledger.ts'
import type { Queue } from '../queue/queue.ts'
import type { QueueRequest } from '../queue/request.ts'
import type { Storage } from '../storage/storage.ts'
import type { LiveStream } from './live-stream.ts'
import { readPageFile } from './page-files.ts'
import type { Thumbnails } from './thumbnails.ts'

/** What the page's routes need. */
export interface PageRouteOptions {
  queue: Queue
  answers: Answers
  storage: Storage
  live: LiveStream
  thumbnails: Thumbnails
}

/**
 * Nothing but the page's own files and its own requests, and no text that becomes markup: prompts and logs are written by
 * whoever is tested.
 */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "media-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ')

const ABOUT = {
  name: 'Pika Kit emulator',
  description: 'Stands in for fal: nothing leaves this machine and nothing is paid.',
  hosts: { 'queue.fal.run': '/queue', 'fal.run': '/run', 'rest.fal.ai': '/rest', 'api.fal.ai': '/api' },
  see: ['/_emulator/requests', '/_emulator/scenarios', '/_emulator/faults', '/rest/.well-known/jwks.json'],
}

/** `/`, the control page for a browser and JSON for a program, with the page's files, its live stream, and what it asks for. */
export function pageRoutes({ queue, answers, storage, live, thumbnails }: PageRouteOptions): Route[] {
  async function home(exchange: Exchange): Promise<void> {
    exchange.response.setHeader('vary', 'accept, origin')
    const wantsPage = headerOf(exchange, 'accept')?.includes('text/html') ?? false
    if (wantsPage) await sendFile(exchange, 'page.html')
    else sendJson(exchange, 200, ABOUT)
  }

  function known(id: string): QueueRequest {
    const request = queue.get(id)
    if (request) return request
    throw new HttpError(404, 'there is no such request')
  }

  function details(exchange: Exchange, request: QueueRequest): void {
    const { logs, outcome } = request
    const result = outcome && { status: outcome.status, body: answers.result(request) }
    sendJson(exchange, 200, { ...ledgerEntry(request), logs, result: result ?? null })
  }

  async function thumbnail({ response }: Exchange, request: QueueRequest): Promise<void> {
    const picture = await thumbnails.pictureOf(request)
    if (!picture) throw new HttpError(404, 'there is no picture of this request')
    response.writeHead(200, {
      'content-type': picture.contentType,
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, max-age=86400, immutable',
    })
    response.end(picture.bytes)
  }

  async function clear(exchange: Exchange): Promise<void> {
    const forgotten = await queue.forgetFinished()
    const videos = forgotten.flatMap(({ outcome }) => outcome?.video?.fileId ?? [])
    await Promise.all(videos.map((id) => storage.remove(id)))
    sendJson(exchange, 200, { cleared: forgotten.length })
  }

  return [
    { methods: ['GET', 'HEAD'], pattern: /^\/$/, handle: home },
    {
      methods: ['GET', 'HEAD'],
      pattern: /^\/_emulator\/page\/(?<name>[a-z-]+\.(?:js|ts|css|svg))$/,
      handle: (exchange, { name = '' }) => sendFile(exchange, name),
    },
    { methods: ['GET'], pattern: /^\/_emulator\/live$/, handle: (exchange) => live.open(exchange) },
    { methods: ['DELETE'], pattern: /^\/_emulator\/requests\/?$/, handle: clear },
    {
      methods: ['GET'],
      pattern: /^\/_emulator\/requests\/(?<id>[^/]+)$/,
      handle: (exchange, { id = '' }) => details(exchange, known(id)),
    },
    {
      methods: ['GET'],
      pattern: /^\/_emulator\/requests\/(?<id>[^/]+)\/thumbnail$/,
      handle: (exchange, { id = '' }) => thumbnail(exchange, known(id)),
    },
  ]
}

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  css: 'text/css; charset=utf-8',
  svg: 'image/svg+xml',
}

async function sendFile({ response, method }: Exchange, name: string): Promise<void> {
  const text = await readPageFile(name)
  response.writeHead(200, {
    'content-type': CONTENT_TYPES[name.split('.').at(-1) ?? ''] ?? 'text/javascript; charset=utf-8',
    'content-security-policy': POLICY,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-resource-policy': 'same-origin',
    'cache-control': 'no-cache',
  })
  response.end(method === 'HEAD' ? undefined : text)
}
