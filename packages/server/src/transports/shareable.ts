import type { Generation, Generations } from '@pika-kit/core'
import type { Viewer } from '@pika-kit/schema'
import { type DocumentNode, getOperationAST } from 'graphql'
import type { SharedSubscription } from './shared-subscriptions.ts'

/** Whether subscriptions to a field begin with the present state: whoever joins one is sent its newest result at once. */
const SHAREABLE = new Map([
  ['generationUpdated', { beginsWithPresent: true }],
  ['generationsUpdated', { beginsWithPresent: false }],
])

/**
 * How a document's subscription may be shared; null where it may not. A log (`generationEvents`) is read by each from a
 * cursor of its own. Only the plain form is looked for: a root field behind a fragment or a directive is executed as ever.
 */
export function shareableField(
  document: DocumentNode,
  operationName: string | null | undefined,
): { beginsWithPresent: boolean } | null {
  const operation = getOperationAST(document, operationName)
  if (operation?.operation !== 'subscription') return null
  const [field, ...others] = operation.selectionSet.selections
  if (field?.kind !== 'Field' || others.length > 0 || (field.directives?.length ?? 0) > 0) return null
  return SHAREABLE.get(field.name.value) ?? null
}

/** Who asks for what. */
interface Asked {
  params: { query?: unknown; operationName?: unknown; variables?: unknown }
  request: Request
  viewer: Viewer
  generations: Generations
}

/** A subscription of such a field, to be shared with those for whom every answer is the same. */
export function sharedSubscriptionOf(
  field: { beginsWithPresent: boolean },
  { params, request, viewer, generations }: Asked,
  execute: (generations: Generations) => ReturnType<SharedSubscription['execute']>,
): SharedSubscription {
  const noting = notingSubject(generations)
  return {
    ...field,
    // All that an answer depends on: the addresses of videos are made for the origin that was asked.
    key: JSON.stringify([
      params.query,
      params.operationName,
      params.variables,
      viewer.id,
      new URL(request.url).origin,
    ]),
    execute: () => execute(noting.generations),
    subjectOf: noting.subject,
  }
}

/** The use cases, with a note of the generation that was last handed to a watcher: what the next result is about. */
function notingSubject(generations: Generations): { generations: Generations; subject(): string } {
  let subject = ''
  const noted = (states: AsyncIterableIterator<Generation>): AsyncIterableIterator<Generation> => ({
    async next() {
      const result = await states.next()
      if (!result.done) subject = result.value.id
      return result
    },
    return: async () => (await states.return?.()) ?? { done: true, value: undefined },
    [Symbol.asyncIterator]() {
      return this
    },
  })
  return {
    subject: () => subject,
    generations: {
      ...generations,
      async watch(viewerId, id, signal) {
        const states = await generations.watch(viewerId, id, signal)
        return states && noted(states)
      },
      watchAll: (viewerId, signal) => noted(generations.watchAll(viewerId, signal)),
    },
  }
}
