// Subscriptions that ask for the same thing are executed once for each event, and their answer is written once: the
// execution, not the sending, is what a watcher costs (docs/performance.md). Two ask for the same when their document, their
// operation, their variables and whatever their answer depends on of the asker (`scope`) are the same text.
import type { ExecutionResult } from 'graphql'
import { bytesOf } from './text-frame.ts'

export interface SharedSubscription {
  /** Everything that its results depend on, as text. */
  key: string
  /** Whether one who comes later is sent the newest result at once: for subscriptions that begin with the present state. */
  beginsWithPresent: boolean
  /** Executes it, for all who share it. A result that is no stream is a refusal, and is shared too. */
  execute(): Promise<AsyncIterable<ExecutionResult> | ExecutionResult>
  /** What a result is about: of several that a slow client has not taken, the newest about each is kept. */
  subjectOf(): string
}

/** One result, for all members; it is written at most once in each form. */
export interface News {
  result: ExecutionResult
  subject: string
  /** The JSON of the result. */
  text(): string
  /** The same as the bytes of a frame: see `textFrame`. */
  bytes(): string
}

/** One who watches. Is told each result at once, and what it cannot take yet is its own to keep, within bounds. */
export interface Member {
  send(news: News): void
  end(failure?: Error): void
}

export interface SharedSubscriptions {
  /** Joins those who watch the same, or begins it. Answers how to leave, or the refusal. */
  join(subscription: SharedSubscription, member: Member): Promise<{ leave(): void } | ExecutionResult>
}

/** Told how many watch, beyond the first of each that is shared: that one is counted where it is executed. */
export type CountMembers = (change: 1 | -1) => void

interface Shared {
  /** Adds one who watches, and begins with the first. False when it is over: then it must be begun anew. */
  add(member: Member): boolean
  leave(member: Member): void
}

/** Keeps what is shared for as long as somebody watches it. */
export function createSharedSubscriptions(count: CountMembers = () => {}): SharedSubscriptions {
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
    let newest: News | null = null
    let state: 'new' | 'passing' | 'over' = 'new'
    const close = () => {
      state = 'over'
      forget()
    }

    const passOn = async () => {
      let failure: Error | undefined
      try {
        for (let next = await stream.next(); !next.done; next = await stream.next()) {
          newest = newsOf(next.value, subjectOf())
          for (const member of members) member.send(newest)
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
        if (beginsWithPresent && newest) member.send(newest)
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
    async join(subscription, member) {
      for (;;) {
        const shared = await startedOrNew(subscription)
        if (!('add' in shared)) return shared
        if (shared.add(member)) return { leave: () => shared.leave(member) }
      }
    },
  }
}

function newsOf(result: ExecutionResult, subject: string): News {
  let text: string | undefined
  let bytes: string | undefined
  const news = {
    result,
    subject,
    text: () => (text ??= JSON.stringify(result)),
    bytes: () => (bytes ??= bytesOf(news.text())),
  }
  return news
}
