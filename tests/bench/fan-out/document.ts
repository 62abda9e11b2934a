// What every watcher of this bench asks for, and what servers other than ours answer: ready-made values, so that they pay for
// nothing but GraphQL and the socket.
import { readFileSync } from 'node:fs'

/** The contract of ours, for the others to serve. */
export const contract = readFileSync(
  new URL('../../../packages/schema/schema.graphql', import.meta.url),
  'utf8',
)

/** About what a component of the kit asks for while a generation waits. */
export const document = `subscription GenerationUpdated($id: ID!) {
  generationUpdated(id: $id) {
    id status revision queuePosition requestId tags createdAt submittedAt startedAt completedAt cancelRequestedAt
    eta { earliest latest }
    operation { id title }
    input { __typename ... on TextToVideoGenerationInput { prompt } }
    video { url contentType width height }
    error { code message action }
  }
}`

export const prompt = 'A paper boat crosses a puddle at dusk, seen from the height of a child'

/** How often a queue can move forward. */
export const LONGEST_QUEUE = 1_000_000

/** Ids are as long as ours. */
export const idOf = (index: number) => `gen_${String(index).padStart(20, '0')}`

/** The state after a change, as ours would be. */
export function stateOf(id: string, change: number) {
  return {
    __typename: 'Generation',
    id,
    status: 'IN_QUEUE',
    revision: change + 3,
    queuePosition: LONGEST_QUEUE - change,
    requestId: id.slice(4),
    tags: [],
    createdAt: '2026-11-25T12:00:00.000Z',
    submittedAt: '2026-11-25T12:00:00.250Z',
    startedAt: null,
    completedAt: null,
    cancelRequestedAt: null,
    eta: null,
    operation: { id: 'TEXT_TO_VIDEO', title: 'Text to video' },
    input: { __typename: 'TextToVideoGenerationInput', prompt },
    video: null,
    error: null,
  }
}
