// Subscriptions that ask for the same thing are executed once for each event, and their answer is written once: the
// execution, not the sending, is what a watcher costs (docs/performance.md). Two ask for the same when their document, their
// operation, their variables and whatever their answer depends on of the asker (`scope`) are the same text.
import type { Socket } from 'node:net'
import type { ExecutionResult } from 'graphql'
import type { WebSocket } from 'ws'
import { bytesOf, textFrame } from './text-frame.ts'

/** Where the values of one subscription go: a connection, and the name that its client gave the operation there. */
export interface Receiver {
  id: string
  webSocket: WebSocket
  /** The connection under it: values are written to it as whole frames, between those of the WebSocket itself. */
  socket: Socket
}

export interface SharedSubscription {
  /** Everything that its results depend on, as text. */
  key: string
  /** Whether one who comes later is sent the newest result at once: for subscriptions that begin with the present state. */
  beginsWithPresent: boolean
  receiver: Receiver
  /** Executes it, for all who share it. A result that is no stream is a refusal, and is shared too. */
  execute(): Promise<AsyncIterable<ExecutionResult> | ExecutionResult>
  /** What a result is about: of several that a slow client has not taken, the newest about each is kept. */
  subjectOf(): string
}

export interface SharedSubscriptions {
  /**
   * Joins those who watch the same, or begins it. Values are written to the receiver's connection; what is answered is
   * for the protocol: it ends, or fails, when the subscription does, and its `return` leaves.
   */
  join(subscription: SharedSubscription): Promise<AsyncGenerator<ExecutionResult> | ExecutionResult>
}

/** Told how many watch, beyond the first of each that is shared: that one is counted where it is executed. */
export type CountMembers = (change: 1 | -1) => void

interface Member {
  /** `payload` is the JSON of a result as bytes. */
  send(payload: string, subject: string): void
  end(failure?: Error): void
}

interface Shared {
  /** Adds one who watches, and begins with the first. False when it is over: then it must be begun anew. */
  add(member: Member): boolean
  leave(member: Member): void
}

/** Keeps what is shared for as long as somebody watches it. */
export function createSharedSubscriptions(count: CountMembers): SharedSubscriptions {
  const started = new Map<string, Promise<Shared | ExecutionResult>>()

  const start = async (
    { beginsWithPresent, execute, subjectOf }: SharedSubscription,
    forget: () => void,
  ): Promise<Shared | ExecutionResult> => {
    const results = await execute()
    if (!(Symbol.asyncIterator in results)) {
      // A refusal is for those who asked together, not for who asks later.
      forget()
      return results
    }
    const stream = results[Symbol.asyncIterator]()
    const members = new Set<Member>()
    let newest: { payload: string; subject: string } | null = null
    let state: 'new' | 'passing' | 'over' = 'new'
    const close = () => {
      state = 'over'
      forget()
    }

    const passOn = async () => {
      let failure: Error | undefined
      try {
        for (let next = await stream.next(); !next.done; next = await stream.next()) {
          newest = { payload: bytesOf(JSON.stringify(next.value)), subject: subjectOf() }
          for (const member of members) member.send(newest.payload, newest.subject)
        }
      } catch (error) {
        failure = error instanceof Error ? error : new Error('the subscription failed', { cause: error })
      }
      close()
      for (const member of members) {
        member.end(failure)
        shared.leave(member)
      }
    }
    const shared: Shared = {
      add(member) {
        if (state === 'over') return false
        if (members.size > 0) count(1)
        members.add(member)
        if (beginsWithPresent && newest) member.send(newest.payload, newest.subject)
        if (state === 'new') {
          state = 'passing'
          void passOn()
        }
        return true
      },
      leave(member) {
        if (!members.delete(member)) return
        if (members.size > 0) return count(-1)
        close()
        void stream.return?.()
      },
    }
    return shared
  }

  const startedOrNew = (subscription: SharedSubscription) => {
    const { key } = subscription
    const known = started.get(key)
    if (known) return known
    const forget = () => {
      if (started.get(key) === starting) started.delete(key)
    }
    const starting = start(subscription, forget)
    started.set(key, starting)
    starting.catch(forget)
    return starting
  }

  return {
    async join(subscription) {
      const { member, ended } = memberOf(subscription.receiver)
      for (;;) {
        const shared = await startedOrNew(subscription)
        if (!('add' in shared)) return shared
        if (!shared.add(member)) continue
        return untilEnded(ended, () => {
          shared.leave(member)
          member.end()
        })
      }
    },
  }
}

/** One who watches: gets each value at once, or the newest about each subject when its connection takes more again. */
function memberOf({ id, webSocket, socket }: Receiver): { member: Member; ended: Promise<void> } {
  const head = bytesOf(`{"id":${JSON.stringify(id)},"type":"next","payload":`)
  const waiting = new Map<string, string>()
  const ended = Promise.withResolvers<void>()
  const write = (payload: string) => {
    if (webSocket.readyState === webSocket.OPEN) socket.write(textFrame(`${head}${payload}}`), 'latin1')
  }
  const writeWaiting = () => {
    for (const [subject, payload] of waiting) {
      if (socket.writableNeedDrain) return whenDrained(socket, writeWaiting)
      waiting.delete(subject)
      write(payload)
    }
  }
  return {
    ended: ended.promise,
    member: {
      send(payload, subject) {
        if (waiting.size === 0 && !socket.writableNeedDrain) return write(payload)
        if (waiting.size === 0) whenDrained(socket, writeWaiting)
        // The newest goes to the end: it is told in the order of its own news.
        waiting.delete(subject)
        waiting.set(subject, payload)
      },
      end(failure) {
        // What waits is said before the end is.
        for (const payload of waiting.values()) write(payload)
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
