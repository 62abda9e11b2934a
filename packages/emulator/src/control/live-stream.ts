import type { FaultControl } from '../faults/fault-control.ts'
import type { Exchange } from '../http/exchange.ts'
import { HttpError } from '../http/http-error.ts'
import type { Queue } from '../queue/queue.ts'
import type { QueueRequest } from '../queue/request.ts'
import type { ScenarioControl } from '../scenarios/registry.ts'
import type { LiveState, RequestFilter, RequestView } from './live-state.ts'
import { filterOf, stateOf } from './request-view.ts'

/** Sends the control page what there is, and then what changes. */
export interface LiveStream {
  open(exchange: Exchange): void
  /** Cuts the open ones. */
  close(): void
}

/** What it shows. */
export interface LiveStreamOptions {
  queue: Queue
  scenarios: ScenarioControl
  faults: FaultControl
  viewOf(request: QueueRequest): RequestView
  /** Microseconds since 1970, and the seconds that the clock was moved. */
  time(): { now: number; advanced: number }
}

/** Real milliseconds between two looks. */
const LOOK_MS = 250
const PING_MS = 15_000
const MOST_LISTED = 500
const FILTERS: readonly string[] = ['all', 'active', 'completed', 'failed'] satisfies RequestFilter[]

/**
 * `GET /_emulator/live?first=30&show=failed` as server-sent events. While a page watches, the state is looked at four times a
 * second and what differs is sent: so a thousand changes at once are one message, a page of thousands of requests is as
 * light as its list, and no other part of the emulator knows of the page.
 */
export function createLiveStream({ queue, scenarios, faults, viewOf, time }: LiveStreamOptions): LiveStream {
  const open = new Set<() => void>()

  function faultsNow(): LiveState['faults'] {
    return { waiting: [...faults.waiting], struck: faults.played.at(-1) ?? null }
  }

  function look(first: number, show: string, sent: Map<string, string>): { key: string; state: LiveState } {
    const counts: LiveState['counts'] = { all: 0, active: 0, completed: 0, failed: 0 }
    const listed: QueueRequest[] = []
    for (const request of queue.list().toReversed()) {
      const filter = filterOf(stateOf(request))
      counts.all += 1
      counts[filter] += 1
      if (listed.length < first && (show === 'all' || show === filter)) listed.push(request)
    }
    const changed = listed.map(viewOf).filter((view) => sent.get(view.id) !== JSON.stringify(view))
    const order = listed.map(({ id }) => id)
    const { name, left = 0 } = scenarios.current ?? {}
    const scenario = name === undefined ? null : { name, left: Number.isFinite(left) ? left : null }
    const { now, advanced } = time()
    const shared = { advanced, counts, scenario, faults: faultsNow(), order }
    return { key: JSON.stringify(shared), state: { now: now / 1000, ...shared, changed } }
  }

  return {
    open({ response, query }) {
      const first = Number(query.get('first') ?? 30)
      const show = query.get('show') ?? 'all'
      if (!Number.isInteger(first) || first < 1 || first > MOST_LISTED)
        throw new HttpError(400, `first must be a whole number from 1 to ${MOST_LISTED}`)
      if (!FILTERS.includes(show)) throw new HttpError(400, `show must be one of ${FILTERS.join(', ')}`)
      response.writeHead(200, {
        'content-type': 'text/event-stream',
        'cache-control': 'no-cache, no-transform',
        'x-accel-buffering': 'no',
      })
      // How long a browser waits before it connects again, in milliseconds.
      response.write('retry: 1000\n\n')
      const sent = new Map<string, string>()
      let lastKey = ''
      const send = (): void => {
        // A page that reads too slowly gets the newest when it has caught up.
        if (response.writableNeedDrain) return
        const { key, state } = look(first, show, sent)
        if (key === lastKey && state.changed.length === 0) return
        lastKey = key
        for (const view of state.changed) sent.set(view.id, JSON.stringify(view))
        for (const id of sent.keys()) if (!state.order.includes(id)) sent.delete(id)
        response.write(`data: ${JSON.stringify(state)}\n\n`)
      }
      const looking = setInterval(send, LOOK_MS)
      const pinging = setInterval(() => response.write(': ping\n\n'), PING_MS)
      const abandon = (): void => {
        clearInterval(looking)
        clearInterval(pinging)
        open.delete(abandon)
        response.destroy()
      }
      open.add(abandon)
      response.on('close', abandon)
      send()
    },
    close() {
      for (const abandon of open) abandon()
    },
  }
}
