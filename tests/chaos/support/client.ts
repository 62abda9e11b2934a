import { setTimeout as sleep } from 'node:timers/promises'
import { ask } from '../../support/answers.ts'
import { post } from '../../support/graphql.ts'
import type { ChaosRequest } from './fate.ts'
import type { Ending } from './judge.ts'

export interface ClientOptions {
  url: string
  request: ChaosRequest
  /** Whether it is cancelled: as soon as it was asked for, or once it waits at the provider. */
  cancel?: 'at-once' | 'in-queue' | undefined
  /** Whether a result that could not be read is looked for again. */
  recovers?: boolean
  /** Told the id of the generation, once it is known. */
  onAccepted?(id: string): void
  /** Told of each mutation that got no answer. */
  onUnanswered?(): void
  /** By `performance.now()`: what is not final then is given up. */
  deadline: number
}

const STATE = 'query ($id: ID!) { generation(id: $id) { status requestId error { code } } }'
const CANCEL = 'mutation ($id: ID!) { cancelGeneration(id: $id) { __typename } }'
const RECOVER = 'mutation ($id: ID!) { recoverGeneration(id: $id) { __typename } }'
/** The statuses of a generation that has ended. */
export const FINAL = new Set(['COMPLETED', 'FAILED', 'CANCELLED'])
const PAUSE_MS = 200

/**
 * One request by one viewer, to its end. As a good client does, it repeats what got no answer: the mutation with the same
 * idempotency key, the cancel, the query.
 */
export async function generateToTheEnd({
  url,
  request,
  cancel,
  recovers = false,
  onAccepted,
  onUnanswered,
  deadline,
}: ClientOptions): Promise<Ending> {
  const { number, fate, mutation, inputType, input } = request
  const ending: Ending = { number, fate, status: 'not accepted', requestId: null, code: null, asked: 0 }
  let id: string | undefined
  let mustCancel = cancel !== undefined
  if (mustCancel) ending.isCancelled = true
  while (performance.now() < deadline) {
    try {
      if (id === undefined) {
        ending.asked++
        const { result } = await ask(url, mutation, inputType, input, { idempotencyKey: `chaos-${number}` })
        id = result?.generation?.id
        if (id !== undefined) onAccepted?.(id)
        ending.status = id === undefined ? `not accepted: ${JSON.stringify(result)}` : 'accepted'
      } else if (mustCancel && (cancel === 'at-once' || ending.status === 'IN_QUEUE')) {
        const { data } = await post(url, CANCEL, { id })
        if (data) mustCancel = false
      } else {
        const { data } = await post(url, STATE, { id })
        if (data) {
          const state = data['generation'] as Pick<Ending, 'status' | 'requestId'> & {
            error: { code: string } | null
          }
          // An answer without it: what was acknowledged is gone.
          if (!state) return { ...ending, status: 'gone' }
          Object.assign(ending, { ...state, error: undefined, code: state.error?.code ?? null })
          if (recovers && ending.code === 'RESULT_UNREADABLE') await post(url, RECOVER, { id })
          else if (FINAL.has(ending.status)) return ending
        }
      }
      if (id !== undefined && ending.status === 'accepted' && cancel === 'at-once') continue
    } catch {
      // The server was killed: the same again.
      if (id === undefined) onUnanswered?.()
    }
    await sleep(PAUSE_MS)
  }
  return ending
}
