import type { InputIssue } from '../operations/issues.ts'
import type { Generation } from './generation.ts'

/** How a request to generate ended. Only `accepted` stored anything. */
export type GenerateResult =
  /** `isReplay`: the idempotency key was used before with the same input; this is that generation. */
  | { type: 'accepted'; generation: Generation; isReplay: boolean }
  | { type: 'invalid-input'; issues: InputIssue[] }
  /** The key was used before: with another input, by `generationId`; or, where that is null, for one that was deleted. */
  | { type: 'idempotency-conflict'; generationId: string | null }
  | { type: 'limit-exceeded'; limit: number; active: number }

/**
 * How a request to cancel ended. `cancelled`: it will not run. `requested`: the provider was asked, the end will tell.
 * `too-late`: it had ended. `unknown`: the provider could not be asked or does not know it; it is asked again.
 */
export type CancelResult =
  { type: 'cancelled' | 'requested' | 'too-late' | 'unknown'; generation: Generation } | { type: 'not-found' }

/** `active`: only a final generation can be deleted. */
export type DeleteResult =
  { type: 'deleted'; id: string } | { type: 'active'; generation: Generation } | { type: 'not-found' }

/**
 * How a request to look for a generation again ended.
 * - `looking-again`: it had failed; its result is being looked for.
 * - `found`: the provider's list shows its request, with which it goes on.
 * - `archiving`: it had its video; that is being copied again.
 * - `request-not-found`: the list shows no request that can be this one: none, another input or endpoint, or another's.
 * - `list-unavailable`: the list could not be read now.
 * - `under-way`, `complete`, `not-recoverable`: nothing to look for, since it has not ended, has all that it can have, or
 *   ended for a reason that looking again does not change.
 */
export type RecoverOutcome =
  | 'looking-again'
  | 'found'
  | 'archiving'
  | 'request-not-found'
  | 'list-unavailable'
  | 'under-way'
  | 'complete'
  | 'not-recoverable'

export type RecoverResult = { type: RecoverOutcome; generation: Generation } | { type: 'not-found' }
