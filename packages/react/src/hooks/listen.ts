import type { AnyVariables, Client, OperationResult, TypedDocumentNode } from '@urql/core'

const SHORTEST_PAUSE_MS = 300
const LONGEST_PAUSE_MS = 10_000

/**
 * Subscribes, and again whenever the network fails, for ever; answers how to stop. WebSockets of `createPikaClient` come
 * back by themselves, streams over HTTP do not. What GraphQL refuses is final. `onAgain` hears that updates may be missing.
 */
export function listen<Data, Variables extends AnyVariables>(
  client: Client,
  document: TypedDocumentNode<Data, Variables>,
  variables: Variables,
  onResult: (result: OperationResult<Data, Variables>) => void,
  onAgain?: () => void,
): () => void {
  let failures = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  let unsubscribe: () => void
  const begin = () => {
    ;({ unsubscribe } = client.subscription(document, variables).subscribe((result) => {
      onResult(result)
      if (!result.error?.networkError) {
        failures = 0
        return
      }
      const pauseMs = Math.min(SHORTEST_PAUSE_MS * 2 ** failures++, LONGEST_PAUSE_MS)
      clearTimeout(timer)
      timer = setTimeout(() => {
        begin()
        onAgain?.()
      }, pauseMs)
    }))
  }
  begin()
  return () => {
    clearTimeout(timer)
    unsubscribe()
  }
}
