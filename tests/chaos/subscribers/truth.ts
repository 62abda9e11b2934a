import { post } from '../../support/graphql.ts'
import { randomOf } from '../support/random.ts'
import type { Truth } from './compare.ts'
import { watchToTheEnd } from './subscriber.ts'

/** What the store has of a generation that is over. */
export async function readTruth(url: string, id: string): Promise<Truth> {
  const { data } = await post(url, 'query ($id: ID!) { generation(id: $id) { status revision } }', { id })
  const { status, revision } = (data?.['generation'] ?? {}) as unknown as Pick<Truth, 'status' | 'revision'>
  // One who asks for the whole log when all is over gets it from the store alone.
  const { events } = await watchToTheEnd({
    url,
    generationId: id,
    kind: 'log',
    random: randomOf(1),
    dropWithinMs: null,
    deadline: AbortSignal.timeout(10_000),
  })
  return { status, revision, events }
}
