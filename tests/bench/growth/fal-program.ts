// A provider of which only the protocol is there: it accepts at once, keeps every status stream open, and ends them all when
// it is told to. The real gateway speaks to it, so a generation under way costs what it costs with fal.
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { answerCalls, type Calls } from '../process/calls.ts'

export interface FalCalls extends Calls {
  start(): Promise<string>
  /** How many status streams are open. */
  streams(): number
  /** Lets every request end as a video. */
  finish(): void
}

const server = createServer((request, response) => {
  const { method, url = '' } = request
  request.resume()
  if (method === 'POST') return json(response, { request_id: `req-${++accepted}`, queue_position: 0 })
  if (url.includes('/status/stream')) return openStream(response)
  if (url.includes('/status')) return json(response, status())
  if (url.includes('/requests/'))
    return json(response, { video: { url: 'https://v3b.fal.media/files/b/word/out.mp4' } })
  response.writeHead(404).end()
})
server.keepAliveTimeout = 60_000
const streams = new Set<ServerResponse>()
let accepted = 0
let isFinished = false

const status = () => ({ status: isFinished ? 'COMPLETED' : 'IN_PROGRESS', logs: [] })

function openStream(response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'text/event-stream' })
  response.write(event())
  if (isFinished) return void response.end()
  streams.add(response)
  response.on('close', () => streams.delete(response))
}

// As fal does, so that whoever reads knows that somebody is there.
setInterval(() => {
  for (const stream of streams) stream.write(': ping\n\n')
}, 15_000).unref()

const event = () => `data: ${JSON.stringify(status())}\n\n`

function json(response: ServerResponse, body: object): void {
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body))
}

answerCalls({
  start: () =>
    new Promise((resolve) =>
      server.listen(0, '127.0.0.1', () =>
        resolve(`http://127.0.0.1:${(server.address() as AddressInfo).port}`),
      ),
    ),
  streams: () => streams.size,
  finish() {
    isFinished = true
    for (const stream of streams) stream.end(event())
  },
} satisfies FalCalls)
