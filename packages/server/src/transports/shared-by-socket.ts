// A subscription that is shared, on a WebSocket.
import type { Socket } from 'node:net'
import type { ExecutionResult } from 'graphql'
import type { WebSocket } from 'ws'
import type { Member, News, SharedSubscription, SharedSubscriptions } from './shared-subscriptions.ts'
import { bytesOf, textFrame } from './text-frame.ts'

/** Where the values of one subscription go: a connection, and the name that its client gave the operation there. */
export interface Receiver {
  id: string
  webSocket: WebSocket
  /** The connection under it: values are written to it as whole frames, between those of the WebSocket itself. */
  socket: Socket
}

/**
 * Joins those who watch the same. Values are written to the receiver's connection; what is answered is for the protocol:
 * it ends, or fails, when the subscription does, and its `return` leaves.
 */
export async function joinBySocket(
  shared: SharedSubscriptions,
  subscription: SharedSubscription,
  receiver: Receiver,
): Promise<AsyncGenerator<ExecutionResult> | ExecutionResult> {
  const { member, ended } = memberOf(receiver)
  const joined = await shared.join(subscription, member)
  if (!('leave' in joined)) return joined
  return untilEnded(ended, () => {
    joined.leave()
    member.end()
  })
}

/** One who watches: gets each value at once, or the newest about each subject when its connection takes more again. */
function memberOf({ id, webSocket, socket }: Receiver): { member: Member; ended: Promise<void> } {
  const head = bytesOf(`{"id":${JSON.stringify(id)},"type":"next","payload":`)
  const waiting = new Map<string, News>()
  const ended = Promise.withResolvers<void>()
  const write = (news: News) => {
    if (webSocket.readyState === webSocket.OPEN) socket.write(textFrame(`${head}${news.bytes()}}`), 'latin1')
  }
  const writeWaiting = () => {
    for (const [subject, news] of waiting) {
      if (socket.writableNeedDrain) return whenDrained(socket, writeWaiting)
      waiting.delete(subject)
      write(news)
    }
  }
  return {
    ended: ended.promise,
    member: {
      send(news) {
        if (waiting.size === 0 && !socket.writableNeedDrain) return write(news)
        if (waiting.size === 0) whenDrained(socket, writeWaiting)
        // The newest goes to the end: it is told in the order of its own news.
        waiting.delete(news.subject)
        waiting.set(news.subject, news)
      },
      end(failure) {
        // What waits is said before the end is.
        for (const news of waiting.values()) write(news)
        waiting.clear()
        if (failure) ended.reject(failure)
        else ended.resolve()
      },
    },
  }
}

const drains = new WeakMap<Socket, Set<() => void>>()

/** Calls back once, when a connection takes more again; one listener serves all subscriptions of the connection. */
function whenDrained(socket: Socket, callback: () => void): void {
  const known = drains.get(socket)
  if (known) return void known.add(callback)
  const callbacks = new Set([callback])
  drains.set(socket, callbacks)
  socket.once('drain', () => {
    drains.delete(socket)
    for (const each of callbacks) each()
  })
}

/** A stream without values, for the protocol to hold on to. */
function untilEnded(ended: Promise<void>, leave: () => void): AsyncGenerator<ExecutionResult> {
  const done = { done: true, value: undefined } as const
  return {
    async next() {
      await ended
      return done
    },
    async return() {
      leave()
      return done
    },
    async throw(error) {
      leave()
      throw error
    },
    [Symbol.asyncIterator]() {
      return this
    },
    async [Symbol.asyncDispose]() {
      leave()
    },
  }
}
