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
