import type { Outcome } from './request.ts'

/** One entry of the `detail` of a model error. */
export interface ErrorDetail {
  loc: readonly (string | number)[]
  msg: string
  type: string
  ctx?: Readonly<Record<string, unknown>>
  /** The offending value. */
  input?: unknown
}

/** fal's page of model errors has an anchor per type. */
const ERRORS_PAGE = 'https://docs.fal.ai/errors'

/** The outcome when the model itself refuses or fails, with fal's `detail[]` body. */
export function modelFailure(status: number, details: readonly ErrorDetail[]): Outcome {
  const detail = details.map(({ loc, msg, type, ...rest }) => ({
    loc,
    msg,
    type,
    url: `${ERRORS_PAGE}#${type}`,
    ...rest,
  }))
  return {
    status,
    headers: retryHeaders(status >= 500),
    body: { detail },
    error: `Invalid status code: ${status}`,
  }
}

/** The outcome when the platform failed (or the client gave up), with fal's `error_type`. */
export function infrastructureFailure(
  status: number,
  errorType: string,
  detail: string,
  headers: Readonly<Record<string, string>> = {},
): Outcome {
  return {
    status,
    headers: { 'x-fal-error-type': errorType, ...retryHeaders(status >= 500), ...headers },
    body: { detail, error_type: errorType },
    error: detail,
    errorType,
  }
}

function retryHeaders(isRetryable: boolean): Record<string, string> {
  const value = isRetryable ? '1' : '0'
  return { 'x-fal-retryable': value, 'x-fal-needs-retry': value }
}
