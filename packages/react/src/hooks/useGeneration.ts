import { useCallback, useEffect, useState } from 'react'
import { useClient } from 'urql'
import { GenerationEvents, GenerationUpdated, type GenerationData } from '../graphql/documents.ts'
import { listen } from './listen.ts'
import { isFinalStatus, newest } from './newest.ts'
import { useIsOffline } from './useIsOffline.ts'

/** One line that the runner of the model wrote. */
export interface LogLineData {
  sequence: number
  timestamp: string
  level: string
  message: string
}

/** What `useGeneration` answers. */
export interface UseGeneration {
  /** The newest state; null until the first arrives. */
  generation: GenerationData | null
  logs: readonly LogLineData[]
  /**
   * `idle` without an id, `connecting` until the first state, `live` while updates come, `reconnecting` while the network is
   * lost and tried again, `ended` after the final state, `failed` where the server refuses, with `error`.
   */
  connection: 'idle' | 'connecting' | 'live' | 'reconnecting' | 'ended' | 'failed'
  error: string | null
  /** Listens again to one that has ended, because it was asked to be looked for again; what is known stays. */
  followAgain(): void
}

type Followed = Omit<UseGeneration, 'followAgain'>

const nothing: Followed = { generation: null, logs: [], connection: 'idle', error: null }

/**
 * Follows one generation live: the present state first, then each change, with its log. After a reconnect the present
 * state comes again; older revisions are dropped. `null` follows nothing.
 */
export function useGeneration(id: string | null): UseGeneration {
  const client = useClient()
  const isOffline = useIsOffline(client)
  const [state, setState] = useState<Followed & { id: string | null }>({ ...nothing, id: null })
  const [attempt, setAttempt] = useState(0)
  const followAgain = useCallback(() => setAttempt((count) => count + 1), [])

  useEffect(() => {
    if (id === null) return
    // oxlint-disable-next-line react/set-state-in-effect -- The first state of a subscription that begins.
    setState((known) => ({ ...(known.id === id ? known : nothing), id, connection: 'connecting' }))
    const stopUpdates = listen(client, GenerationUpdated, { id }, ({ data, error }) => {
      setState((known) => {
        if (data) {
          const generation = newest(known.generation, data.generationUpdated)
          return {
            ...known,
            generation,
            connection: isFinalStatus(generation.status) ? 'ended' : 'live',
            error: null,
          }
        }
        if (error && known.connection !== 'ended') {
          return {
            ...known,
            connection: error.networkError ? 'reconnecting' : 'failed',
            error: error.graphQLErrors[0]?.message ?? null,
          }
        }
        return known
      })
    })
    const stopEvents = listen(client, GenerationEvents, { id, after: 0 }, ({ data }) => {
      const event = data?.generationEvents
      if (event?.__typename !== 'GenerationLogged') return
      const line = { sequence: event.sequence, ...event.log }
      // A reconnect replays the log from its start.
      setState((known) =>
        (known.logs.at(-1)?.sequence ?? 0) >= line.sequence
          ? known
          : { ...known, logs: [...known.logs, line] },
      )
    })
    return () => {
      stopUpdates()
      stopEvents()
    }
  }, [client, id, attempt])

  // The state of another id must not be shown for the moment until the effect has run.
  const shown: Followed =
    state.id === id ? state : { ...nothing, connection: id === null ? 'idle' : 'connecting' }
  // A WebSocket that comes back by itself says nothing to those who listen by it.
  const waits = shown.connection === 'connecting' || shown.connection === 'live'
  return { ...shown, connection: waits && isOffline ? 'reconnecting' : shown.connection, followAgain }
}
