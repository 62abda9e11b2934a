/** What a GraphQL endpoint answers. */
export interface GraphqlAnswer {
  status: number
  data?: Record<string, unknown> | null
  errors?: { message: string; extensions?: { code?: string } }[]
}

/** Posts one operation, as any client does. */
export async function postGraphql(
  url: string,
  query: string,
  variables: Record<string, unknown> = {},
  headers: Record<string, string> = {},
): Promise<GraphqlAnswer> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query, variables }),
  })
  return { status: response.status, ...((await response.json()) as object) }
}

/** Starts a text-to-video generation; answers its id. */
export async function generate(
  url: string,
  prompt = 'a heron',
  headers?: Record<string, string>,
): Promise<string> {
  const { data, errors } = await postGraphql(
    url,
    `mutation ($prompt: String!) {
       generateTextToVideo(input: { prompt: $prompt }) { ... on GenerateSuccess { generation { id } } ... on UserError { message } }
     }`,
    { prompt },
    headers,
  )
  const { generation } = (data?.['generateTextToVideo'] ?? {}) as { generation?: { id: string } }
  if (!generation) throw new Error(JSON.stringify({ data, errors }))
  return generation.id
}
