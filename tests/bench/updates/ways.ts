// Two ways to hear of a generation: through this server, as `useGeneration` does, and from fal itself, as `fal.subscribe` does.
import { createFalClient } from '@fal-ai/client'
import { falClientOptions } from '@pika-kit/emulator'
import { createClient } from 'graphql-ws'
import { Client, fetchExchange, subscriptionExchange } from 'urql'
import { WebSocket } from 'ws'
import { monotonicMilliseconds } from '../process/calls.ts'

export interface Way {
  name: string
  /** Answers what to watch. */
  submit(prompt: string): Promise<string>
  /** Watches until the video is there. */
  watch(id: string): Promise<Heard>
}

/** When a watcher's callback was called: monotonic milliseconds. */
export interface Heard {
  /** By the text of the line. */
  lines: Map<string, number>
  video: number
}

const GENERATE = `mutation ($prompt: String!) {
  generateTextToVideo(input: { prompt: $prompt }) { ... on GenerateSuccess { generation { id } } }
}`
const UPDATED = `subscription ($id: ID!) {
  generationUpdated(id: $id) { id status revision queuePosition video { url } error { code message } }
}`
const EVENTS = `subscription ($id: ID!) {
  generationEvents(id: $id) { sequence ... on GenerationLogged { log { timestamp level message } } }
}`

interface Generated {
  generateTextToVideo: { generation: { id: string } }
}
interface Updated {
  generationUpdated: { status: string; video: { url: string } | null; error: { message: string } | null }
}
interface Events {
  generationEvents: { log?: { message: string } }
}

/** urql and graphql-ws in Node, with the two subscriptions of `useGeneration`; each watcher has a connection of its own. */
export function throughThisServer(serverUrl: string): Way {
  const url = `${serverUrl}/graphql`
  return {
    name: 'this server',
    async submit(prompt) {
      const client = new Client({ url, exchanges: [fetchExchange], preferGetMethod: false })
      const { data, error } = await client.mutation<Generated>(GENERATE, { prompt }).toPromise()
      if (!data) throw error ?? new Error('the mutation answered nothing')
      return data.generateTextToVideo.generation.id
    },
    async watch(id) {
      const socket = createClient({ url: url.replace('http', 'ws'), webSocketImpl: WebSocket })
      const client = new Client({
        url,
        exchanges: [
          subscriptionExchange({
            forwardSubscription: ({ query = '', variables }) => ({
              subscribe: (sink) => ({
                unsubscribe: socket.subscribe(
                  { query, variables: variables as Record<string, unknown> },
                  sink as never,
                ),
              }),
            }),
          }),
        ],
      })
      const lines = new Map<string, number>()
      const video = Promise.withResolvers<number>()
      const events = client.subscription<Events>(EVENTS, { id }).subscribe(({ data }) => {
        const message = data?.generationEvents.log?.message
        if (message !== undefined) lines.set(message, monotonicMilliseconds())
      })
      const updates = client.subscription<Updated>(UPDATED, { id }).subscribe(({ data, error }) => {
        if (error) video.reject(error)
        if (data?.generationUpdated.video) video.resolve(monotonicMilliseconds())
        else if (data?.generationUpdated.error) video.reject(new Error(data.generationUpdated.error.message))
      })
      const at = await video.promise
      events.unsubscribe()
      updates.unsubscribe()
      await socket.dispose()
      return { lines, video: at }
    },
  }
}

const ENDPOINT = 'fal-ai/pika/v2.2/text-to-video'

/** `@fal-ai/client` as it is: `fal.subscribe` submits, subscribes to the status and fetches the result, as is done here. */
export function throughFalClient(falUrl: string, mode: 'polling' | 'streaming'): Way {
  const newClient = () => createFalClient(falClientOptions(falUrl))
  return {
    name: mode === 'polling' ? 'fal.subscribe, polling each 500 ms (default)' : 'fal.subscribe, streaming',
    async submit(prompt) {
      const { request_id: id } = await newClient().queue.submit(ENDPOINT, { input: { prompt } })
      return id
    },
    async watch(requestId) {
      const { queue } = newClient()
      const lines = new Map<string, number>()
      await queue.subscribeToStatus(ENDPOINT, {
        requestId,
        mode,
        logs: true,
        onQueueUpdate(status) {
          if (!('logs' in status)) return
          for (const { message } of status.logs)
            if (!lines.has(message)) lines.set(message, monotonicMilliseconds())
        },
      })
      await queue.result(ENDPOINT, { requestId })
      return { lines, video: monotonicMilliseconds() }
    },
  }
}
