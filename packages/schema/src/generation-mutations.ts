import type { GenerateResult, Generation, GenerationOptions } from '@pika-kit/core'
import { addGenerationRecovery } from './generation-recovery.ts'
import type { OperationIdRef } from './operations.ts'
import type { Parts } from './builder.ts'
import type { FieldTypes } from './field-types.ts'
import type { GenerationTypes } from './generation.ts'
import {
  type InvalidInputShape,
  invalidInput,
  limitExceeded,
  notFound,
  type UserErrors,
  type UserErrorShape,
} from './user-errors.ts'

interface GenerateSuccess {
  type: 'GenerateSuccess'
  generation: Generation
  replayed: boolean
}

/** Every mutation on generations: one per operation of the catalogue, and cancel, retry, recover, adopt, delete. */
export function addGenerationMutations(
  { builder, catalog }: Parts,
  fieldTypes: FieldTypes,
  { GenerationRef }: GenerationTypes,
  errors: UserErrors,
  OperationId: OperationIdRef,
): void {
  const PriorityEnum = builder.enumType('Priority', {
    description: 'Which requests go first.',
    values: {
      NORMAL: { value: 'normal' as const, description: 'In order of arrival.' },
      LOW: { value: 'low' as const, description: 'Waits behind every normal request of the endpoint.' },
    },
  })
  const OptionsInput = builder.inputType('GenerationOptions', {
    description: 'What may be said about a generation beside its input.',
    fields: (t) => ({
      idempotencyKey: t.string({
        description:
          'Same key and same input answer the same generation; same key with other input is an error, and so is the key of a deleted generation. Unique per viewer and kept for ever; at most 255 characters.',
      }),
      webhookUrl: t.string({
        description:
          'Told when the generation is final, at least once, by Standard Webhooks: drop what has a `webhook-id` you know. https only.',
      }),
      priority: t.field({ type: PriorityEnum, description: 'NORMAL when left out.' }),
      startTimeout: t.float({
        description: 'Seconds, more than 1, until a runner must have started. No limit when left out.',
      }),
      tags: t.stringList({ description: 'Words to find it by: at most 20 of at most 64 characters.' }),
    }),
  })

  const SuccessRef = builder.objectRef<GenerateSuccess>('GenerateSuccess')
  SuccessRef.implement({
    description: 'The intent is stored; submission goes on behind the answer.',
    fields: (t) => ({
      generation: t.field({
        type: GenerationRef,
        description: 'The stored generation.',
        resolve: (success) => success.generation,
      }),
      replayed: t.exposeBoolean('replayed', {
        description: 'True when the idempotency key was used before: this is that generation.',
      }),
    }),
  })
  const ResultRef = builder.unionType('GenerateResult', {
    description: 'How a request to generate ended.',
    types: [SuccessRef, errors.InvalidInputError, errors.IdempotencyConflictError, errors.LimitExceededError],
    resolveType: (value: GenerateSuccess | UserErrorShape | InvalidInputShape) => value.type,
  })

  for (const operation of catalog.operations) {
    const Input = fieldTypes.inputType(operation.inputTypeName, operation.description, operation.fields)
    builder.mutationField(operation.mutationName, (t) =>
      t.field({
        type: ResultRef,
        description: operation.description,
        args: {
          input: t.arg({ type: Input, required: true }),
          options: t.arg({ type: OptionsInput, required: false }),
        },
        resolve: async (_root, { input, options }, { viewer, generations }) => {
          const request = {
            operationId: operation.id,
            input: withoutNulls(input),
            options: withoutNulls(options ?? {}) as GenerationOptions,
          }
          return answer(await generations.generate(viewer.id, request))
        },
      }),
    )
  }

  addCancel()
  addDelete()
  addGenerationRecovery(builder, GenerationRef, errors)
  const AdoptInput = builder.inputType('AdoptGenerationInput', {
    description: 'A request that was made elsewhere with the same fal key.',
    fields: (t) => ({
      operation: t.field({ type: OperationId, required: true, description: 'Of which operation it is.' }),
      requestId: t.string({ required: true, description: "fal's id of it, from its dashboard." }),
    }),
  })
  builder.mutationField('adoptGeneration', (t) =>
    t.field({
      type: ResultRef,
      description:
        'Takes a request in that fal has already, made by another program or the dashboard. Nothing is submitted.',
      args: {
        input: t.arg({ type: AdoptInput, required: true }),
        options: t.arg({ type: OptionsInput, required: false }),
      },
      resolve: async (_root, { input, options }, { viewer, generations }) =>
        answer(
          await generations.adopt(viewer.id, {
            operationId: input.operation,
            requestId: input.requestId,
            options: withoutNulls(options ?? {}) as GenerationOptions,
          }),
        ),
    }),
  )
  builder.mutationField('retryGeneration', (t) =>
    t.field({
      type: ResultRef,
      description: 'A new generation with the same input, linked by `retryOf`. It costs money again.',
      args: { id: t.arg.id({ required: true }), options: t.arg({ type: OptionsInput, required: false }) },
      resolve: async (_root, { id, options }, { viewer, generations }) =>
        answer(await generations.retry(viewer.id, id, withoutNulls(options ?? {}) as GenerationOptions)),
    }),
  )

  function addCancel() {
    type Outcome = 'cancelled' | 'requested' | 'too-late' | 'unknown'
    const OutcomeEnum = builder.enumType('CancelOutcome', {
      description: 'What became of the wish to cancel.',
      values: {
        CANCELLED: {
          value: 'cancelled',
          description: 'It was not submitted yet, and never will be.',
        },
        REQUESTED: {
          value: 'requested',
          description: 'fal was asked. The end will tell whether it was in time.',
        },
        TOO_LATE: { value: 'too-late', description: 'It had ended already.' },
        UNKNOWN: {
          value: 'unknown',
          description: 'fal could not be asked, or does not know the request.',
        },
      },
    })
    const CancelSuccess = builder.objectRef<{
      type: 'CancelGenerationSuccess'
      outcome: Outcome
      generation: Generation
    }>('CancelGenerationSuccess')
    CancelSuccess.implement({
      description: 'The wish is stored.',
      fields: (t) => ({
        outcome: t.field({
          type: OutcomeEnum,
          description: 'What became of it so far.',
          resolve: (success) => success.outcome,
        }),
        generation: t.field({
          type: GenerationRef,
          description: 'Its present state.',
          resolve: (success) => success.generation,
        }),
      }),
    })
    const CancelResult = builder.unionType('CancelGenerationResult', {
      description: 'How a request to cancel ended.',
      types: [CancelSuccess, errors.NotFoundError],
      resolveType: (value: { type: string }) => value.type,
    })
    builder.mutationField('cancelGeneration', (t) =>
      t.field({
        type: CancelResult,
        description: 'Asks for the end of a generation. Cancelling is a request: the video may still arrive.',
        args: { id: t.arg.id({ required: true }) },
        resolve: async (_root, { id }, { viewer, generations }) => {
          const result = await generations.cancel(viewer.id, id)
          if (result.type === 'not-found') return notFound('generation')
          return {
            type: 'CancelGenerationSuccess' as const,
            outcome: result.type,
            generation: result.generation,
          }
        },
      }),
    )
  }

  function addDelete() {
    const DeleteSuccess = builder.objectRef<{ type: 'DeleteGenerationSuccess'; id: string }>(
      'DeleteGenerationSuccess',
    )
    DeleteSuccess.implement({
      description: 'It is gone.',
      fields: (t) => ({
        deletedId: t.id({ description: 'What it was called.', resolve: (success) => success.id }),
      }),
    })
    const DeleteResult = builder.unionType('DeleteGenerationResult', {
      description: 'How a request to delete ended.',
      types: [DeleteSuccess, errors.GenerationActiveError, errors.NotFoundError],
      resolveType: (value: { type: string }) => value.type,
    })
    builder.mutationField('deleteGeneration', (t) =>
      t.field({
        type: DeleteResult,
        description: 'Deletes a final generation with its log.',
        args: { id: t.arg.id({ required: true }) },
        resolve: async (_root, { id }, { viewer, generations }) => {
          const result = await generations.delete(viewer.id, id)
          if (result.type === 'not-found') return notFound('generation')
          if (result.type === 'deleted') return { type: 'DeleteGenerationSuccess' as const, id: result.id }
          return {
            type: 'GenerationActiveError' as const,
            code: 'GENERATION_ACTIVE',
            message: 'The generation is still under way. Cancel it first.',
          }
        },
      }),
    )
  }
}

function answer(result: GenerateResult): GenerateSuccess | UserErrorShape | InvalidInputShape {
  switch (result.type) {
    case 'accepted':
      return { type: 'GenerateSuccess', generation: result.generation, replayed: result.isReplay }
    case 'invalid-input':
      return invalidInput(result.issues)
    case 'idempotency-conflict':
      return {
        type: 'IdempotencyConflictError',
        code: 'IDEMPOTENCY_CONFLICT',
        message:
          result.generationId === null
            ? 'The idempotency key was used before, for a generation that was deleted. Use a new key to generate again.'
            : `The idempotency key was used before with another input, by generation ${result.generationId}. Use a new key for a new intent.`,
      }
    case 'limit-exceeded':
      return limitExceeded(
        `${result.active} of your generations are under way, and ${result.limit} may be. Wait for one to end, or cancel one.`,
      )
  }
}

/** GraphQL clients send null for what is left out; core's inputs leave it out. */
function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNulls)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, item]) => item !== null && item !== undefined)
      .map(([key, item]) => [key, withoutNulls(item)]),
  )
}
