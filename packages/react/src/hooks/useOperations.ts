import { useQuery } from 'urql'
import { Operations } from '../graphql/documents.ts'
import type { ResultOf } from '../graphql/graphql.ts'

/** What an operation is called. */
export type OperationData = ResultOf<typeof Operations>['operations'][number]

const none: readonly OperationData[] = []

/** The operations of the server, its own ones too; none until it answers. */
export function useOperations(): readonly OperationData[] {
  const [{ data }] = useQuery({ query: Operations })
  return data?.operations ?? none
}
