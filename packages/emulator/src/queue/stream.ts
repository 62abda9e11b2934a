import type { Exchange } from '../http/exchange.ts'
import type { Answers } from './answers.ts'
import type { Queue } from './queue.ts'
import type { QueueRequest } from './request.ts'

/** Real milliseconds between the comment lines that keep a silent connection open. */
const PING_MS = 15_000

/** Sends status streams. */
export interface StatusStreams {
  /** Follows a request until it is COMPLETED or the client leaves. */
  open(exchange: Exchange, request: QueueRequest): void
  /** Cuts the open ones. */
  close(): void
}

/**
 * The status as server-sent events. Log lines are deltas, as the client adds them up; each event is one write, as the
 * client decodes each chunk by itself and would break a character that lies in two.
 */
export function createStatusStreams(queue: Queue, answers: Answers): StatusStreams {
  const open = new Set<() => void>()

  return {
    open({ response, query }, request) {
      const withLogs = query.get('logs') === '1'
      let sentLines = 0
      let lastEvent = ''
      response.writeHead(200, {
        'content-type': 'text/event-stream',
        'cache-control': 'no-cache, no-transform',
        'x-accel-buffering': 'no',
        'x-fal-request-id': request.id,
      })

      function send(): void {
        const lines = withLogs ? request.logs.slice(sentLines) : null
        const event = `data: ${JSON.stringify(answers.status(request, lines))}\n\n`
        if (event === lastEvent) return
        lastEvent = event
        sentLines = request.logs.length
        response.write(event)
      }

      const ping = setInterval(() => response.write(': ping\n\n'), PING_MS)
      let stopWatching = (): void => undefined
      const stop = (): void => {
        clearInterval(ping)
        stopWatching()
        open.delete(abandon)
      }
      const abandon = (): void => {
        stop()
        response.destroy()
      }
      open.add(abandon)
      response.on('close', stop)

      send()
      const advance = (): void => {
        send()
        if (request.status !== 'COMPLETED') return
        stop()
        response.end()
      }
      stopWatching = queue.watch(request.id, advance)
      advance()
    },
    close() {
      for (const abandon of open) abandon()
    },
  }
}
