import type { Generation, RecoverOutcome } from '@pika-kit/core'
import type { ObjectRef } from '@pothos/core'
import type { Builder, SchemaTypes } from './builder.ts'
import { notFound, type UserErrors } from './user-errors.ts'

/** `recoverGeneration`: the way back for a generation that was given up, or whose submission is open. */
export function addGenerationRecovery(
  builder: Builder,
  GenerationRef: ObjectRef<SchemaTypes, Generation>,
  errors: UserErrors,
): void {
  const OutcomeEnum = builder.enumType('RecoverOutcome', {
    description: 'What became of the wish to look again.',
    values: {
      LOOKING_AGAIN: { value: 'looking-again', description: 'Its result is being looked for: follow it.' },
      FOUND: { value: 'found', description: "fal's list shows its request, with which it goes on." },
      ARCHIVING: { value: 'archiving', description: 'Its video is being copied into the archive again.' },
      REQUEST_NOT_FOUND: {
        value: 'request-not-found',
        description:
          "fal's list shows no request that can be this one: none, one with another input, or one of another generation.",
      },
      LIST_UNAVAILABLE: {
        value: 'list-unavailable',
        description: "fal's list cannot be read now. Try again later.",
      },
      UNDER_WAY: { value: 'under-way', description: 'It has not ended: there is nothing to look for yet.' },
      COMPLETE: { value: 'complete', description: 'It has its video, and no more is to be had.' },
      NOT_RECOVERABLE: {
        value: 'not-recoverable',
        description: 'It ended for a reason that looking again does not change.',
      },
    } satisfies Record<string, { value: RecoverOutcome; description: string }>,
  })
  const Success = builder.objectRef<{
    type: 'RecoverGenerationSuccess'
    outcome: RecoverOutcome
    generation: Generation
  }>('RecoverGenerationSuccess')
  Success.implement({
    description: 'It was looked at; the outcome says what came of it.',
    fields: (t) => ({
      outcome: t.field({
        type: OutcomeEnum,
        description: 'What was done, or why nothing was.',
        resolve: (success) => success.outcome,
      }),
      generation: t.field({
        type: GenerationRef,
        description: 'Its present state.',
        resolve: (success) => success.generation,
      }),
    }),
  })
  const Result = builder.unionType('RecoverGenerationResult', {
    description: 'How a request to look again ended.',
    types: [Success, errors.NotFoundError],
    resolveType: (value: { type: string }) => value.type,
  })
  builder.mutationField('recoverGeneration', (t) =>
    t.field({
      type: Result,
      description:
        'Looks again for a generation whose request or result was lost, or copies a video into the archive again. Nothing is submitted and nothing is paid.',
      args: {
        id: t.arg.id({ required: true }),
        requestId: t.arg.string({
          required: false,
          description: "fal's id of its request, from the dashboard, where it is not known here.",
        }),
      },
      resolve: async (_root, { id, requestId }, { viewer, generations }) => {
        const result = await generations.recover(viewer.id, id, requestId ?? null)
        if (result.type === 'not-found') return notFound('generation')
        return {
          type: 'RecoverGenerationSuccess' as const,
          outcome: result.type,
          generation: result.generation,
        }
      },
    }),
  )
}
