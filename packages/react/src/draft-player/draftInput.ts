import type { Operation } from '@pika-kit/core'

/**
 * An input as far as a draft can be made of it, with defaults filled in; null where pictures are missing. Words may still be
 * missing, except where the draft is made of nothing else.
 */
export function draftInputOf(
  operation: Operation,
  input: Readonly<Record<string, unknown>>,
): Record<string, unknown> | null {
  if (operation.draft === 'title' && !input['prompt']) return null
  const whole = operation.parse(input)
  const parsed = whole.ok ? whole : operation.parse({ ...input, prompt: 'draft' })
  return parsed.ok ? parsed.input : null
}
