import type { InputIssue } from '@pika-kit/core'
import type { Builder } from './builder.ts'

/** An expected failure: data, not an exception. `type` tells the members of a union apart. */
export interface UserErrorShape {
  type:
    | 'InvalidInputError'
    | 'IdempotencyConflictError'
    | 'LimitExceededError'
    | 'NotFoundError'
    | 'GenerationActiveError'
  code: string
  message: string
}

export interface InvalidInputShape extends UserErrorShape {
  type: 'InvalidInputError'
  issues: readonly InputIssue[]
}

/** The error of an input, whose message is a sentence that names the first field. */
export function invalidInput(issues: readonly InputIssue[]): InvalidInputShape {
  const [first] = issues
  const more = issues.length > 1 ? ` (and ${issues.length - 1} more)` : ''
  const message = first
    ? `${[first.path.join('.'), first.message].filter(Boolean).join(' ')}${more}`
    : 'the input is not valid'
  return { type: 'InvalidInputError', code: 'INVALID_INPUT', message, issues }
}

export function limitExceeded(message: string): UserErrorShape {
  return { type: 'LimitExceededError', code: 'LIMIT_EXCEEDED', message }
}

export function notFound(what: string): UserErrorShape {
  return { type: 'NotFoundError', code: 'NOT_FOUND', message: `There is no ${what} with this id.` }
}

/** The interface of the expected failures, and each of them. */
export function addUserErrors(builder: Builder) {
  const UserError = builder.interfaceRef<UserErrorShape>('UserError')
  UserError.implement({
    description: 'Something the caller can mend. Nothing was submitted and nothing was paid.',
    resolveType: (error) => error.type,
    fields: (t) => ({
      message: t.exposeString('message', { description: 'For people. It may change.' }),
      code: t.exposeString('code', { description: 'For programs. It does not change.' }),
    }),
  })
  const InputIssueRef = builder.objectRef<InputIssue>('InputIssue')
  InputIssueRef.implement({
    description: 'One thing wrong with an input.',
    fields: (t) => ({
      path: t.stringList({
        description: 'Where, as in the input: `["transitions", "1", "duration"]`.',
        resolve: (issue) => [...issue.path],
      }),
      message: t.exposeString('message', { description: 'What, to be read after the name of the field.' }),
      code: t.exposeString('code', { description: 'Which rule, for programs; it does not change.' }),
    }),
  })
  const InvalidInputError = builder.objectRef<InvalidInputShape>('InvalidInputError')
  InvalidInputError.implement({
    description: 'Fields of the input must be mended.',
    interfaces: [UserError],
    fields: (t) => ({
      issues: t.field({
        type: [InputIssueRef],
        description: 'All of them, in the order of the input.',
        resolve: (error) => [...error.issues],
      }),
    }),
  })
  const simple = (name: Exclude<UserErrorShape['type'], 'InvalidInputError'>, description: string) => {
    const ref = builder.objectRef<UserErrorShape>(name)
    ref.implement({ description, interfaces: [UserError] })
    return ref
  }
  return {
    InputIssueRef,
    InvalidInputError,
    IdempotencyConflictError: simple(
      'IdempotencyConflictError',
      'The idempotency key was used before, with another input.',
    ),
    LimitExceededError: simple('LimitExceededError', 'A limit of this server is reached.'),
    NotFoundError: simple('NotFoundError', 'The viewer has nothing with this id.'),
    GenerationActiveError: simple(
      'GenerationActiveError',
      'The generation is still under way: cancel it first.',
    ),
  }
}

export type UserErrors = ReturnType<typeof addUserErrors>
