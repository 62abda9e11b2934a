import { type GenerationError, type GenerationErrorCode, generationErrors } from '@pika-kit/core'
import type { EnumRef, ObjectRef } from '@pothos/core'
import type { Builder, SchemaTypes } from './builder.ts'
import type { UserErrors } from './user-errors.ts'

/** What a viewer reads of a generation that failed. */
export function addGenerationError(
  builder: Builder,
  { InputIssueRef }: UserErrors,
): ObjectRef<SchemaTypes, GenerationError> {
  const ErrorCode: EnumRef<SchemaTypes, GenerationErrorCode> = builder.enumType('GenerationErrorCode', {
    description: 'Why a generation failed.',
    values: Object.fromEntries(
      Object.entries(generationErrors).map(([code, { message }]) => [
        code,
        { value: code as GenerationErrorCode, description: message },
      ]),
    ),
  })
  const BillingEnum = builder.enumType('Billing', {
    description: 'Whether a failed generation cost money, as far as is known.',
    values: {
      NOT_BILLED: { description: 'fal does not bill this.' },
      MAY_BE_BILLED: { description: 'fal bills it where a runner worked on it.' },
      UNKNOWN: { description: 'It cannot be known from here.' },
    },
  })

  const ErrorRef = builder.objectRef<GenerationError>('GenerationError')
  ErrorRef.implement({
    description: 'Why a generation failed, and what to do.',
    fields: (t) => ({
      code: t.field({
        type: ErrorCode,
        description: 'For programs. It does not change.',
        resolve: (error) => error.code,
      }),
      message: t.exposeString('message', { description: 'What happened, for people.' }),
      action: t.exposeString('action', { description: 'What to do about it, for people.' }),
      isRetryable: t.exposeBoolean('isRetryable', {
        description: 'Whether the same input may well succeed.',
      }),
      isRecoverable: t.boolean({
        description: 'Whether `recoverGeneration` may still bring the video, which costs nothing.',
        resolve: ({ code }) => generationErrors[code].isRecoverable,
      }),
      billing: t.field({
        type: BillingEnum,
        description: 'Whether it cost money.',
        resolve: (error) => error.billing,
      }),
      detail: t.exposeString('detail', { nullable: true, description: 'What the provider said.' }),
      issues: t.field({
        type: [InputIssueRef],
        description: 'The fields that the provider refused.',
        resolve: (error) => [...error.issues],
      }),
    }),
  })
  return ErrorRef
}
