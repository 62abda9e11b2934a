// fal's live status, read here rather than by `@fal-ai/client`, whose reader hangs for ever when the stream stalls, takes an
// early end for completion, and can end the process (FAL_PROTOCOL 1.7, RELIABILITY 0.3).
import type { ProviderStatus } from '@pika-kit/core'
import { createParser } from 'eventsource-parser'
import { readStatus } from './answers.ts'

/** fal sends a comment each 15 s; three of them missing means that nobody is there. */
const STALLED_AFTER_MS = 45_000

export interface StatusStreamOptions {
  url: string
  authorization: string
  signal: AbortSignal
  stalledAfterMs?: number
}

/** Each status of the stream. Ends, without an error, when the stream ends, breaks, stalls or is aborted. */
export async function* readStatusStream({
  url,
  authorization,
  signal,
  stalledAfterMs = STALLED_AFTER_MS,
}: StatusStreamOptions): AsyncGenerator<ProviderStatus> {
  const ended = new AbortController()
  const end = () => ended.abort()
  signal.addEventListener('abort', end, { once: true })
  if (signal.aborted) end()
  const stalled = setTimeout(end, stalledAfterMs)
  try {
    const headers = { accept: 'text/event-stream', authorization }
    const response = await fetch(url, { headers, signal: ended.signal, redirect: 'error' })
    if (!response.ok || !response.body) {
      await response.body?.cancel()
      return
    }
    // Fed by hand: a process reads thousands of these at once, and each stream that is piped through another costs memory.
    const told: string[] = []
    const parser = createParser({ onEvent: ({ data }) => void told.push(data) })
    const decoder = new TextDecoder()
    for await (const chunk of response.body) {
      // Comments count: they say that the connection lives.
      stalled.refresh()
      parser.feed(decoder.decode(chunk, { stream: true }))
      for (const data of told.splice(0)) {
        const status = readStatus(parseJson(data))
        if (status) yield status
      }
    }
  } catch {
    // However it ended, it says nothing: whoever follows asks for the status.
  } finally {
    clearTimeout(stalled)
    signal.removeEventListener('abort', end)
    end()
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
