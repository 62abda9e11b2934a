import type { FormIssue } from './formIssues.ts'

/**
 * What a person sees in a control and the input does not hold: words in a number field, a file that is being looked into or
 * that did not arrive. Without these the form would send something else than it shows. `found` is known already.
 */
export function unsettledFields(
  form: HTMLFormElement | null,
  found: readonly FormIssue[],
  words: { notANumber: string; notArrived: string },
): FormIssue[] {
  if (!form) return []
  const numbers = [...form.querySelectorAll<HTMLInputElement>('input[type="number"]')].filter(
    (field) => field.validity.badInput,
  )
  const media = form.querySelectorAll<HTMLElement>(
    '.pk-media:is([data-checking], [data-state="uploading"], [data-state="failed"])',
  )
  const paths = new Set(found.map(({ path }) => path.join('.')))
  const issuesOf = (elements: Iterable<HTMLElement>, issue: (path: string[]) => FormIssue) =>
    [...elements].flatMap((element) => {
      const path = element.closest<HTMLElement>('[data-field]')?.dataset['field']
      return path === undefined || paths.has(path) ? [] : [issue(path.split('.'))]
    })
  return [
    ...issuesOf(numbers, (path) => ({ path, message: words.notANumber, code: 'NOT_A_NUMBER' })),
    ...issuesOf(media, (path) => ({ path, message: words.notArrived, code: 'NOT_UPLOADED' })),
  ]
}
