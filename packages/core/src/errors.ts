import type { InputIssue } from './operations/issues.ts'

/** Whether a failed generation cost money, as far as is known. fal bills no 5xx and no queue time, but may bill a 422. */
export type Billing = 'NOT_BILLED' | 'MAY_BE_BILLED' | 'UNKNOWN'

interface ErrorEntry {
  /** What happened, in a sentence for a person. */
  message: string
  /** What to do about it. */
  action: string
  isRetryable: boolean
  /** Whether looking for the request again may still bring its video. */
  isRecoverable: boolean
  billing: Billing
}

/**
 * Every way in which a generation can fail. `docs/errors.md` lists the same codes; a test compares both ways.
 */
export const generationErrors = {
  SUBMISSION_REFUSED: {
    message: 'fal did not accept the request.',
    action: 'Read the details, change what they name, and generate again.',
    isRetryable: false,
    isRecoverable: false,
    billing: 'NOT_BILLED',
  },
  SUBMISSION_UNREACHABLE: {
    message: 'fal could not be reached, so nothing was submitted.',
    action: 'Retry when the connection is back: nothing was paid.',
    isRetryable: true,
    isRecoverable: false,
    billing: 'NOT_BILLED',
  },
  SUBMISSION_LOST: {
    message: 'The reply to the submission was lost, and fal has no such request.',
    action: 'Retry, which is safe: it is proved that nothing was submitted, so that nothing was paid.',
    isRetryable: true,
    isRecoverable: true,
    billing: 'NOT_BILLED',
  },
  NOT_AUTHORIZED: {
    message: 'fal refused the key of this server.',
    action: 'Check FAL_KEY on the server.',
    isRetryable: false,
    isRecoverable: false,
    billing: 'NOT_BILLED',
  },
  OUT_OF_CREDIT: {
    message: 'The fal account is locked or out of credit.',
    action: 'Top up the fal account, then retry.',
    isRetryable: true,
    isRecoverable: false,
    billing: 'NOT_BILLED',
  },
  RATE_LIMITED: {
    message: 'fal is refusing further requests for now.',
    action: 'Retry in a few minutes.',
    isRetryable: true,
    isRecoverable: false,
    billing: 'NOT_BILLED',
  },
  INPUT_REJECTED: {
    message: 'The model refused the input.',
    action: 'Change the fields that the details name, and generate again.',
    isRetryable: false,
    isRecoverable: false,
    billing: 'MAY_BE_BILLED',
  },
  MEDIA_UNREADABLE: {
    message: 'An image or video could not be fetched or read.',
    action: 'Upload the file again, or use an address that anyone can open.',
    isRetryable: false,
    isRecoverable: false,
    billing: 'MAY_BE_BILLED',
  },
  CONTENT_REFUSED: {
    message: 'The content was refused by the policy of the model.',
    action: 'Change the prompt or the media, and generate again.',
    isRetryable: false,
    isRecoverable: false,
    billing: 'MAY_BE_BILLED',
  },
  START_TIMEOUT: {
    message: 'No runner was free within the start timeout.',
    action: 'Retry, with a longer start timeout or none.',
    isRetryable: true,
    isRecoverable: false,
    billing: 'NOT_BILLED',
  },
  GENERATION_TIMEOUT: {
    message: 'The model took too long and was stopped.',
    action: 'Retry, or ask for less: a shorter video or a lower resolution.',
    isRetryable: true,
    isRecoverable: false,
    billing: 'NOT_BILLED',
  },
  PROVIDER_FAILED: {
    message: 'The model or its runner failed.',
    action: 'Retry: fal does not bill failures of its own.',
    isRetryable: true,
    isRecoverable: false,
    billing: 'NOT_BILLED',
  },
  REQUEST_NOT_FOUND: {
    message: 'fal no longer knows this request.',
    action: 'Look again, and look it up in the fal dashboard before you retry: it may have been paid.',
    isRetryable: true,
    isRecoverable: true,
    billing: 'UNKNOWN',
  },
  RESULT_EXPIRED: {
    message: 'fal no longer keeps the result of this request.',
    action: 'Look again, or retry: that makes (and bills) a new one.',
    isRetryable: true,
    isRecoverable: true,
    billing: 'MAY_BE_BILLED',
  },
  RESULT_UNREADABLE: {
    message: 'fal answered with a result that names no video.',
    action: 'Look again, or look the request up in the fal dashboard; its id is on the generation.',
    isRetryable: true,
    isRecoverable: true,
    billing: 'MAY_BE_BILLED',
  },
} as const satisfies Record<string, ErrorEntry>

export type GenerationErrorCode = keyof typeof generationErrors

/** Why a generation failed, for people and programs. */
export interface GenerationError extends ErrorEntry {
  code: GenerationErrorCode
  /** What the provider said, shortened and safe to show; null when it said nothing of use. */
  detail: string | null
  /** Which fields the provider refused, by their path in the input. */
  issues: readonly InputIssue[]
}

/** Makes the error of a code, with what the provider said. */
export function generationError(
  code: GenerationErrorCode,
  { detail = null, issues = [] }: { detail?: string | null; issues?: readonly InputIssue[] } = {},
): GenerationError {
  return { code, ...generationErrors[code], detail, issues }
}

/** A promise of the code itself was broken; never shown to a viewer. */
export class InvariantError extends Error {
  override readonly name = 'InvariantError'
}
