import type { z } from 'zod'

/** Why a value was refused; stable, for programs. The texts may change. */
export type InputIssueCode =
  | 'REQUIRED'
  | 'WRONG_TYPE'
  | 'NOT_AN_INTEGER'
  | 'TOO_SMALL'
  | 'TOO_BIG'
  | 'TOO_FEW'
  | 'TOO_MANY'
  | 'TOO_SHORT'
  | 'TOO_LONG'
  | 'NOT_ALLOWED'
  | 'NOT_A_MEDIA_URL'
  | 'WRONG_COUNT'
  | 'OVER_BUDGET'
  | 'UNKNOWN_FIELD'
  | 'NOT_FOUND'
  | 'GONE'
  | 'UNAVAILABLE'
  | 'WRONG_MEDIA'
  | 'INVALID'

/** One thing wrong with an input: where (`["transitions","1","duration"]`), what, and how to mend it. */
export interface InputIssue {
  path: string[]
  message: string
  code: InputIssueCode
}

/** The issues of a zod error in the words of the contract. */
export function issuesOf(error: z.ZodError): InputIssue[] {
  return error.issues.map((issue) => ({ path: issue.path.map(String), ...describe(issue) }))
}

type ZodIssue = z.ZodError['issues'][number]

function describe(issue: ZodIssue): Omit<InputIssue, 'path'> {
  switch (issue.code) {
    case 'invalid_type':
      if (issue.input === undefined) return { code: 'REQUIRED', message: 'is required' }
      if (issue.expected === 'int') return { code: 'NOT_AN_INTEGER', message: 'must be a whole number' }
      return {
        code: 'WRONG_TYPE',
        message: `must be ${/^[aio]/.test(issue.expected) ? 'an' : 'a'} ${issue.expected}`,
      }
    case 'too_small':
      return tooSmall(issue)
    case 'too_big':
      return tooBig(issue)
    case 'invalid_value':
      if (issue.input === undefined) return { code: 'REQUIRED', message: 'is required' }
      return { code: 'NOT_ALLOWED', message: `must be one of ${issue.values.map(String).join(', ')}` }
    case 'unrecognized_keys':
      return { code: 'UNKNOWN_FIELD', message: `has no field ${issue.keys.join(', ')}` }
    case 'custom': {
      const code = (issue.params as { code?: InputIssueCode } | undefined)?.code
      return { code: code ?? 'INVALID', message: issue.message }
    }
    default:
      return { code: 'INVALID', message: issue.message }
  }
}

function tooSmall(issue: Extract<ZodIssue, { code: 'too_small' }>): Omit<InputIssue, 'path'> {
  const minimum = Number(issue.minimum)
  if (issue.origin === 'array') return { code: 'TOO_FEW', message: `needs at least ${minimum}` }
  if (issue.origin === 'string') {
    if (minimum === 1) return { code: 'REQUIRED', message: 'must not be empty' }
    return { code: 'TOO_SHORT', message: `must have at least ${minimum} characters` }
  }
  return { code: 'TOO_SMALL', message: `must be at least ${minimum}` }
}

function tooBig(issue: Extract<ZodIssue, { code: 'too_big' }>): Omit<InputIssue, 'path'> {
  const maximum = Number(issue.maximum)
  if (issue.origin === 'array') return { code: 'TOO_MANY', message: `takes at most ${maximum}` }
  if (issue.origin === 'string')
    return { code: 'TOO_LONG', message: `must have at most ${maximum.toLocaleString('en')} characters` }
  return { code: 'TOO_BIG', message: `must be at most ${maximum}` }
}
