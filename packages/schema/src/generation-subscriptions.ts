import type { GenerationEvent } from '@pika-kit/core'
import { GraphQLError } from 'graphql'
import type { InterfaceRef } from '@pothos/core'
import type { Builder, SchemaTypes } from './builder.ts'
import type { GenerationTypes } from './generation.ts'

/** Live updates. For an id that is not the viewer's the answer is the same as for one that does not exist. */
export function addGenerationSubscriptions(
  builder: Builder,
  { GenerationRef }: GenerationTypes,
  EventRef: InterfaceRef<SchemaTypes, GenerationEvent>,
): void {
  builder.subscriptionType({
    description: 'What can be watched.',
    fields: (t) => ({
      generationUpdated: t.field({
        type: GenerationRef,
        description: 'The present state first, then each change; completes after the final one.',
        args: { id: t.arg.id({ required: true }) },
        subscribe: async (_root, { id }, { viewer, generations }) =>
          (await generations.watch(viewer.id, id)) ?? refuse(),
        resolve: (generation) => generation,
      }),
      generationsUpdated: t.field({
        type: GenerationRef,
        description: 'Every change of every generation of the viewer, from now on.',
        subscribe: (_root, _args, { viewer, generations }) => generations.watchAll(viewer.id),
        resolve: (generation) => generation,
      }),
      generationEvents: t.field({
        type: EventRef,
        description: 'The log after a sequence, then each new event; completes after the final one.',
        args: { id: t.arg.id({ required: true }), after: t.arg.int({ required: false, defaultValue: 0 }) },
        subscribe: async (_root, { id, after }, { viewer, generations }) =>
          (await generations.watchEvents(viewer.id, id, after ?? 0)) ?? refuse(),
        resolve: (event) => event,
      }),
    }),
  })
}

function refuse(): never {
  throw new GraphQLError('There is no generation with this id.', { extensions: { code: 'NOT_FOUND' } })
}
