import { createClient } from 'graphql-ws'
import { WebSocket } from 'ws'
import { generate } from './requests.ts'

/** One who watches all of a viewer's generations. */
export interface Feed {
  /** Starts a generation at `at` (this server, when left out), and resolves with its id when the feed has told of it. */
  generate(at?: string): Promise<string>
  /** Resolves when the feed has told of this generation, with the time by `performance.now()` when it did. */
  told(id: string): Promise<number>
  close(): Promise<void>
}

/** Opens it, and waits until it listens. */
export async function openFeed(url: string): Promise<Feed> {
  const client = createClient({
    url: `${url.replace('http', 'ws')}/graphql`,
    webSocketImpl: WebSocket,
    retryAttempts: 0,
  })
  const arrivals = new Map<string, number>()
  const waiting = new Map<string, (at: number) => void>()
  const unsubscribe = client.subscribe<{ generationsUpdated: { id: string } }>(
    { query: 'subscription { generationsUpdated { id status revision } }' },
    {
      next({ data }) {
        const id = data?.generationsUpdated.id
        if (id === undefined || arrivals.has(id)) return
        const at = performance.now()
        arrivals.set(id, at)
        waiting.get(id)?.(at)
      },
      error() {},
      complete() {},
    },
  )
  const told = (id: string) =>
    new Promise<number>((resolve) => {
      const at = arrivals.get(id)
      if (at === undefined) waiting.set(id, resolve)
      else resolve(at)
    })
  const feed: Feed = {
    told,
    async generate(at = url) {
      const id = await generate(at, 'a heron')
      await told(id)
      return id
    },
    async close() {
      unsubscribe()
      await client.dispose()
    },
  }
  // The protocol acknowledges no subscription: it listens when it has told of something.
  while ((await Promise.race([feed.generate(), later()])) === null);
  return feed
}

const later = () => new Promise<null>((resolve) => setTimeout(resolve, 500, null))
