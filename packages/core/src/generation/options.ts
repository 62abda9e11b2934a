import { z } from 'zod'
import { type InputIssue, issuesOf } from '../operations/issues.ts'
import type { GenerationOptions } from './generation.ts'

const generationOptions = z.strictObject({
  idempotencyKey: z.string().min(1).max(255).optional(),
  webhookUrl: z
    .string()
    .max(2_000)
    .superRefine((value, context) => {
      if (/^https:\/\/[^\s/?#@]+[^\s]*$/.test(value)) return
      context.addIssue({ code: 'custom', message: 'must be an https URL', params: { code: 'INVALID' } })
    })
    .optional(),
  priority: z.enum(['normal', 'low']).optional(),
  // The fal client refuses 1 and less: FAL_PROTOCOL 1.4.
  startTimeout: z.number().gt(1).max(86_400).optional(),
  tags: z.array(z.string().trim().min(1).max(64)).max(20).optional(),
})

/** Checks the options of a generation. The paths of its issues start with `options`. */
export function parseOptions(
  options: GenerationOptions | undefined,
): { ok: true; options: GenerationOptions } | { ok: false; issues: InputIssue[] } {
  const result = generationOptions.safeParse(options ?? {}, { reportInput: true })
  if (result.success) return { ok: true, options: result.data }
  return {
    ok: false,
    issues: issuesOf(result.error).map((issue) => ({ ...issue, path: ['options', ...issue.path] })),
  }
}
