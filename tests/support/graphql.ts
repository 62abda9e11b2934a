import { createClient } from 'graphql-ws'
import { WebSocket } from 'ws'

export interface GraphqlAnswer {
  // A test says what it expects of an answer; the schema's own types would only repeat it.
  data?: Record<string, Record<string, unknown>>
  errors?: { message: string; extensions?: { code?: string } }[]
}

/** Posts one operation, as any program without a library would. */
export async function post(
  url: string,
  query: string,
  variables: Record<string, unknown> = {},
): Promise<GraphqlAnswer> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  })
  return (await response.json()) as GraphqlAnswer
}

/** Everything that a subscription delivers until it completes. */
export async function collect(
  url: string,
  query: string,
  variables: Record<string, unknown>,
): Promise<GraphqlAnswer[]> {
  const client = createClient({ url: `${url.replace('http', 'ws')}/graphql`, webSocketImpl: WebSocket })
  const answers: GraphqlAnswer[] = []
  for await (const answer of client.iterate({ query, variables })) answers.push(answer as GraphqlAnswer)
  await client.dispose()
  return answers
}
