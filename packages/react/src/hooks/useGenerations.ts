import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useClient } from 'urql'
import { Generations, GenerationsUpdated, type GenerationData } from '../graphql/documents.ts'
import type { VariablesOf } from '../graphql/graphql.ts'
import { onReconnect } from '../provider/reconnects.ts'
import { listen } from './listen.ts'
import { newest } from './newest.ts'
import { useIsOffline } from './useIsOffline.ts'
import { refusalIn, useServerWords } from './useServerWords.ts'
import { useLatest } from '../internals/useLatest.ts'

/** Which generations; each part that is left out takes all. */
export type GenerationFilterData = NonNullable<VariablesOf<typeof Generations>['filter']>

/** What `useGenerations` answers. */
export interface UseGenerations {
  /** Newest first. */
  generations: readonly GenerationData[]
  isLoading: boolean
  error: string | null
  hasMore: boolean
  /** Live updates cannot come now; it is tried again, and the list is read anew then. */
  isOffline: boolean
  /** Loads the next page; does nothing while one is loading or when there is none. */
  loadMore(): void
  /** Loads the list anew. */
  refresh(): void
  /** Takes one out of the list, after it was deleted. */
  remove(id: string): void
}

interface ListState {
  byId: ReadonlyMap<string, GenerationData>
  isLoading: boolean
  error: string | null
  hasMore: boolean
  endCursor: string | null
}

const LARGEST_PAGE = 100

const empty: ListState = { byId: new Map(), isLoading: true, error: null, hasMore: false, endCursor: null }

interface Page {
  nodes: GenerationData[]
  hasMore: boolean
  endCursor: string | null
}

export interface UseGenerationsOptions {
  /** Which ones; all by default. */
  filter?: GenerationFilterData
  /** How many are loaded at once: 1 to 100; 24 by default. */
  pageSize?: number
}

/** The viewer's generations, newest first, kept up to date live. */
export function useGenerations({ filter, pageSize = 24 }: UseGenerationsOptions = {}): UseGenerations {
  const client = useClient()
  const isOffline = useIsOffline(client)
  const words = useServerWords()
  const [state, setState] = useState(empty)
  const [attempt, setAttempt] = useState(0)
  // What is asked for now: the answer to an earlier filter or client must not land in this list.
  const asked = useRef(0)
  const shown = useLatest(state.byId.size)
  const filterText = JSON.stringify(filter ?? {})

  const load = useCallback(
    async (after: string | null, first = pageSize): Promise<Page | { error: string }> => {
      const variables = { first, after, filter: JSON.parse(filterText) as GenerationFilterData }
      const { data, error } = await client
        .query(Generations, variables, { requestPolicy: 'network-only' })
        .toPromise()
      if (!data) return { error: refusalIn(words, undefined, error) }
      const { edges, pageInfo } = data.generations
      return {
        nodes: edges.map((edge) => edge.node),
        hasMore: pageInfo.hasNextPage,
        endCursor: pageInfo.endCursor,
      }
    },
    [client, pageSize, filterText, words],
  )

  const take = useCallback((page: Page | { error: string }) => {
    setState((known) => {
      if (!('nodes' in page)) return { ...known, isLoading: false, error: page.error }
      const { nodes, hasMore, endCursor } = page
      return { byId: merge(known.byId, nodes), isLoading: false, error: null, hasMore, endCursor }
    })
  }, [])

  useEffect(() => {
    const mine = ++asked.current
    // oxlint-disable-next-line react/set-state-in-effect -- The first state of a list that is asked for.
    setState(empty)
    const filterNow = JSON.parse(filterText) as GenerationFilterData
    // Updates are not replayed: what changed while the connection was lost is read again.
    const readAgain = () => {
      const first = Math.min(Math.max(shown.current, pageSize), LARGEST_PAGE)
      void load(null, first).then((page) => {
        if (asked.current === mine && 'nodes' in page) setState((known) => renewed(known, page))
      })
    }
    const takeChange = (changed: GenerationData) => {
      setState((known) =>
        matches(changed, filterNow) || known.byId.has(changed.id)
          ? { ...known, byId: merge(known.byId, [changed]) }
          : known,
      )
    }
    // Listen before the list is read: what changes in between must not be missed.
    const stopUpdates = listen(
      client,
      GenerationsUpdated,
      {},
      ({ data }) => data && takeChange(data.generationsUpdated),
      readAgain,
    )
    const stopReconnects = onReconnect(client, readAgain)
    void load(null).then((page) => {
      if (asked.current === mine) take(page)
    })
    return () => {
      // oxlint-disable-next-line react-hooks/exhaustive-deps -- The newest count: what comes after this is not asked for.
      asked.current++
      stopUpdates()
      stopReconnects()
    }
  }, [client, load, take, pageSize, filterText, attempt, shown])

  const loadMore = useCallback(() => {
    if (state.isLoading || !state.hasMore) return
    setState((known) => ({ ...known, isLoading: true }))
    const mine = asked.current
    void load(state.endCursor).then((page) => {
      if (asked.current === mine) take(page)
    })
  }, [load, take, state.isLoading, state.hasMore, state.endCursor])
  const refresh = useCallback(() => setAttempt((count) => count + 1), [])
  const remove = useCallback((id: string) => {
    setState((known) => ({ ...known, byId: new Map([...known.byId].filter(([key]) => key !== id)) }))
  }, [])

  const generations = useMemo(() => [...state.byId.values()].toSorted(newestFirst), [state.byId])
  return {
    generations,
    isLoading: state.isLoading,
    error: state.error,
    hasMore: state.hasMore,
    isOffline,
    loadMore,
    refresh,
    remove,
  }
}

/** Moments of the server all have one form, so that their letters sort as they do: a collator would take ten times as long. */
function newestFirst(a: GenerationData, b: GenerationData): number {
  const [first, second] = a.createdAt === b.createdAt ? [a.id, b.id] : [a.createdAt, b.createdAt]
  return first < second ? 1 : -1
}

function merge(
  known: ReadonlyMap<string, GenerationData>,
  arrived: readonly GenerationData[],
): ReadonlyMap<string, GenerationData> {
  const result = new Map(known)
  for (const generation of arrived) result.set(generation.id, newest(result.get(generation.id), generation))
  return result
}

/** The list as it was read just now: what is gone from it is gone, what arrived during the reading stays. */
function renewed(known: ListState, { nodes, ...page }: Page): ListState {
  const newestRead = nodes[0]?.createdAt ?? ''
  const arrived = [...known.byId.values()].filter(({ createdAt }) => createdAt > newestRead)
  const states = nodes.map((node) => newest(known.byId.get(node.id), node))
  return { ...page, byId: merge(new Map(), [...arrived, ...states]), isLoading: false, error: null }
}

function matches(generation: GenerationData, { operations, statuses, tags }: GenerationFilterData): boolean {
  if (operations?.length && !operations.includes(generation.operation.id)) return false
  if (statuses?.length && !statuses.includes(generation.status)) return false
  return (tags ?? []).every((tag) => generation.tags.includes(tag))
}
