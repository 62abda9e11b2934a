import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { document } from './document.ts'
import { type LightSocket, openLightSocket } from './light-socket.ts'
import { monotonicMilliseconds } from '../process/calls.ts'

/** Watchers on a socket each. */
export interface Crowd {
  /** Resolves when every watcher has got so many messages since `expect` was called. */
  expect(messagesEach: number): Promise<void>
  /** When each message arrived since then: monotonic milliseconds. */
  arrivals(): Float64Array
  /** The last of the messages that were expected. */
  newest(): Buffer
}

const OPENED_AT_ONCE = 50

/** Opens a socket for each watcher and subscribes: to one generation together, or to one each, as there are ids. */
export async function openCrowd(url: string, ids: readonly string[], watchers: number): Promise<Crowd> {
  let arrivals = new Float64Array(0)
  let arrived = 0
  let newest: Buffer = Buffer.alloc(0)
  let wake = () => {}
  const onNext = (payload: Buffer) => {
    arrivals[arrived++] = monotonicMilliseconds()
    if (arrived !== arrivals.length) return
    newest = Buffer.from(payload)
    wake()
  }
  const crowd: Crowd = {
    expect(messagesEach) {
      arrivals = new Float64Array(messagesEach * watchers)
      arrived = 0
      return new Promise((resolve) => {
        wake = resolve
      })
    },
    arrivals: () => arrivals,
    newest: () => newest,
  }
  // Where a watcher is told the present state, it comes as soon as it has subscribed.
  void crowd.expect(1)
  for (let opened = 0; opened < watchers; opened += OPENED_AT_ONCE) {
    const some = Array.from({ length: Math.min(OPENED_AT_ONCE, watchers - opened) }, async (_, index) => {
      const socket = await openLightSocket(url)
      await acknowledged(socket)
      socket.onText = onNext
      const id = ids[(opened + index) % ids.length]
      // An id of its own for each, as the client library of graphql-ws makes them.
      socket.send(
        JSON.stringify({
          id: randomUUID(),
          type: 'subscribe',
          payload: { query: document, variables: { id } },
        }),
      )
    })
    await Promise.all(some)
  }
  return crowd
}

async function acknowledged(socket: LightSocket): Promise<void> {
  const acknowledgement = new Promise<Buffer>((resolve) => {
    socket.onText = (payload) => resolve(Buffer.from(payload))
  })
  socket.send('{"type":"connection_init"}')
  const { type } = JSON.parse((await acknowledgement).toString()) as { type: string }
  if (type !== 'connection_ack') throw new Error(`instead of the acknowledgement came ${type}`)
}

/** Waits for a state of another process, which cannot tell by itself. */
export async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await isSo())) await sleep(20)
}
