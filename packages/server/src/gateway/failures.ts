// What fal's refusals mean in the words of the contract. Types and bodies: FAL_PROTOCOL 4.1 and 5.
import {
  generationError,
  type GenerationError,
  type GenerationErrorCode,
  type InputIssue,
  toCamelCase,
} from '@pika-kit/core'
import { z } from 'zod'

const detailItem = z.object({
  loc: z.array(z.union([z.string(), z.number()])).catch([]),
  msg: z.string().catch(''),
  type: z.string().catch(''),
})
const failureBody = z.object({
  detail: z
    .union([z.string(), z.array(z.unknown())])
    .optional()
    .catch(undefined),
  error_type: z.string().optional().catch(undefined),
})

const MEDIA_TYPES = new Set([
  'file_download_error',
  'image_load_error',
  'image_too_small',
  'image_too_large',
  'file_too_large',
  'unsupported_image_format',
  'unsupported_video_format',
  'video_duration_too_long',
  'video_duration_too_short',
])
const LONGEST_DETAIL = 500

/** The error of a model's or a runner's answer that was not 2xx. */
export function readFailure(status: number, body: unknown, headers?: Headers): GenerationError {
  const { data } = failureBody.safeParse(body)
  const items = (Array.isArray(data?.detail) ? data.detail : []).flatMap(
    (item) => detailItem.safeParse(item).data ?? [],
  )
  const errorType = data?.error_type ?? headers?.get('x-fal-error-type') ?? ''
  const types = [errorType, ...items.map((item) => item.type)]
  const detail =
    typeof data?.detail === 'string'
      ? data.detail
      : items
          .map((item) => item.msg)
          .filter(Boolean)
          .join('; ')
  return generationError(codeOf(status, types, headers), {
    detail: detail ? detail.slice(0, LONGEST_DETAIL) : null,
    issues: status === 422 ? items.map(issueOf) : [],
  })
}

/** Whether a body says of what type the failure is: then it is the model's or the runner's own, not the road's. */
export function isTypedBody(body: unknown): boolean {
  const { data } = failureBody.safeParse(body)
  if (data?.error_type) return true
  return Array.isArray(data?.detail) && data.detail.some((item) => detailItem.safeParse(item).data?.type)
}

function codeOf(status: number, types: readonly string[], headers?: Headers): GenerationErrorCode {
  if (types.includes('content_policy_violation')) return 'CONTENT_REFUSED'
  if (types.some((type) => MEDIA_TYPES.has(type))) return 'MEDIA_UNREADABLE'
  if (status === 422) return 'INPUT_REJECTED'
  if (status === 504 && headers?.get('x-fal-request-timeout-type') === 'user') return 'START_TIMEOUT'
  if (types.includes('startup_timeout')) return 'START_TIMEOUT'
  if (types.includes('generation_timeout') || types.includes('request_timeout')) return 'GENERATION_TIMEOUT'
  if (status === 429) return 'RATE_LIMITED'
  if (status === 400) return 'INPUT_REJECTED'
  return 'PROVIDER_FAILED'
}

/** The error of a submission that fal surely did not accept. */
export function readRefusal(status: number, body: unknown): GenerationError {
  const { data } = failureBody.safeParse(body)
  const detail = typeof data?.detail === 'string' ? data.detail.slice(0, LONGEST_DETAIL) : null
  if (status === 429) return generationError('RATE_LIMITED', { detail })
  if (status === 403 && /locked|balance|billing/i.test(detail ?? ''))
    return generationError('OUT_OF_CREDIT', { detail })
  if (status === 401 || status === 403) return generationError('NOT_AUTHORIZED', { detail })
  if (status === 422) return readFailure(status, body)
  return generationError('SUBMISSION_REFUSED', { detail: detail ?? `fal answered with status ${status}.` })
}

/** `["body", "image_urls", 1]` → `["imageUrls", "1"]`. */
function issueOf({ loc, msg, type }: z.infer<typeof detailItem>): InputIssue {
  const path = loc
    .filter((part, index) => !(index === 0 && part === 'body'))
    .map((part) => (typeof part === 'string' ? toCamelCase(part) : String(part)))
  return { path, message: msg || type || 'was refused', code: 'INVALID' }
}
