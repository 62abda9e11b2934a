import { expect } from 'vitest'
import { collect, post } from './graphql.ts'

export interface Issue {
  path: string[]
  message: string
  code: string
}

const ASK = (mutation: string, inputType: string) => `
  mutation ($input: ${inputType}!, $options: GenerationOptions) {
    result: ${mutation}(input: $input, options: $options) {
      __typename
      ... on GenerateSuccess { replayed generation { id } }
      ... on UserError { message code }
      ... on InvalidInputError { issues { path message code } }
    }
  }`

/** Asks for a generation and answers what the mutation said. */
export async function ask(
  url: string,
  mutation: string,
  inputType: string,
  input: Record<string, unknown>,
  options?: Record<string, unknown>,
) {
  const answer = await post(url, ASK(mutation, inputType), { input, options })
  return {
    errors: answer.errors,
    result: answer.data?.['result'] as
      | {
          __typename: string
          message?: string
          issues?: Issue[]
          replayed?: boolean
          generation?: { id: string }
        }
      | undefined,
  }
}

export interface FinalState {
  status: string
  requestId: string | null
  video: { url: string; contentType: string } | null
  error: {
    code: string
    message: string
    detail: string | null
    action: string
    billing: string
    issues: Issue[]
  } | null
}

/** Asks for a generation that is accepted, follows it to its end, and answers that. */
export async function generateToTheEnd(
  url: string,
  mutation: string,
  inputType: string,
  input: Record<string, unknown>,
): Promise<FinalState> {
  const { result } = await ask(url, mutation, inputType, input)
  expect(result, JSON.stringify(result)).toMatchObject({ __typename: 'GenerateSuccess' })
  const states = await collect(
    url,
    `subscription ($id: ID!) {
      generationUpdated(id: $id) {
        status requestId video { url contentType } error { code message detail action billing issues { path message code } }
      }
    }`,
    { id: result?.generation?.id },
  )
  return states.at(-1)?.data?.['generationUpdated'] as unknown as FinalState
}
