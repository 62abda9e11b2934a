import { type ExecutionResult, GraphQLError } from 'graphql'
import type { Plugin } from 'graphql-yoga'

/**
 * Gives each error a code. What graphql finds wrong with variables has none of its own; it stands at no path, since no
 * resolver was reached: the caller's mistake. Any other error without a code is ours.
 */
export function useErrorCodes(): Plugin {
  return {
    onExecute: () => ({
      onExecuteDone: ({ result, setResult }) => {
        if (isResult(result) && result.errors) setResult({ ...result, errors: result.errors.map(withCode) })
      },
    }),
    onSubscribe: () => ({
      onSubscribeResult: ({ result, setResult }) => {
        if (isResult(result) && result.errors) setResult({ ...result, errors: result.errors.map(withCode) })
      },
    }),
  }
}

function isResult(result: unknown): result is ExecutionResult {
  return typeof result === 'object' && result !== null && ('data' in result || 'errors' in result)
}

function withCode(error: GraphQLError): GraphQLError {
  if (error.extensions['code'] !== undefined) return error
  const code = error.path === undefined ? 'BAD_USER_INPUT' : 'INTERNAL_SERVER_ERROR'
  return new GraphQLError(error.message, {
    ...error,
    originalError: error.originalError ?? null,
    extensions: { ...error.extensions, code },
  })
}
