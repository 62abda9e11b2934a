// A subscription that is shared, as a stream of results: what yoga sends as server-sent events.
import type { ExecutionResult } from 'graphql'
import type { Member, News, SharedSubscription, SharedSubscriptions } from './shared-subscriptions.ts'

/** What yoga sends in place of `JSON.stringify` of the result. */
type Written = ExecutionResult & { stringify?: () => string }

/** Joins those who watch the same. A stream that is read slowly is given the newest result about each subject. */
export async function joinByStream(
  shared: SharedSubscriptions,
  subscription: SharedSubscription,
): Promise<AsyncIterableIterator<Written> | ExecutionResult> {
  const waiting = new Map<string, News>()
  let over: { failure: Error | undefined } | null = null
  let wake = () => {}
  const member: Member = {
    send(news) {
      // The newest goes to the end: it is told in the order of its own news.
      waiting.delete(news.subject)
      waiting.set(news.subject, news)
      wake()
    },
    end(failure) {
      over ??= { failure }
      wake()
    },
  }
  const joined = await shared.join(subscription, member)
  if (!('leave' in joined)) return joined
  const done = { done: true, value: undefined } as const
  const stream: AsyncIterableIterator<Written> = {
    async next() {
      for (;;) {
        const [first] = waiting.values()
        if (first) {
          waiting.delete(first.subject)
          return { done: false, value: written(first) }
        }
        if (over?.failure) throw over.failure
        if (over) return done
        await new Promise<void>((resolve) => {
          wake = resolve
        })
      }
    },
    async return() {
      joined.leave()
      waiting.clear()
      member.end()
      return done
    },
    [Symbol.asyncIterator]() {
      return this
    },
  }
  return stream
}

/** Errors are still given their codes, for each: such a result is written by itself. */
function written({ result, text }: News): Written {
  return result.errors ? result : { ...result, stringify: text }
}
