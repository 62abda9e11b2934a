import type { FieldDescription, InputIssue, Operation } from '@pika-kit/core'
import type { CatalogWords } from '../messages/CatalogWords.ts'
import { issueIn, limitsAt } from '../messages/saidIn.ts'
import { groupFields } from './formGroups.ts'
import { type FormValue, hasTimeline, isEmpty, isRecord, isSameValue, valueAt } from './formValue.ts'

/** One thing wrong, and where: `["transitions","1","duration"]`. An `InputIssue` of core or of the server is one. */
export type FormIssue = InputIssue | FileIssue | NumberIssue

/** A file has not arrived. */
interface FileIssue extends Pick<InputIssue, 'path' | 'message'> {
  code: 'NOT_UPLOADED'
}
/** A number field holds no number. */
interface NumberIssue extends Pick<InputIssue, 'path' | 'message'> {
  code: 'NOT_A_NUMBER'
}

export interface FormCheck {
  operation: Operation
  input: FormValue
  /** Names of fields whose files are on their way. */
  uploading: readonly string[]
  /** Said of a file that has not arrived, after its label. */
  notArrived: string
}

/** All that stands in the way of generating: what the server would refuse, in its words, and files that have not arrived. */
export function checkForm({ operation, input, uploading, notArrived }: FormCheck): FormIssue[] {
  // An empty place in a list says `""`; that it is required is what a person must hear, not that it is no address.
  const parsed = operation.parse(withoutEmptyTexts(input))
  const found: FormIssue[] = parsed.ok ? [] : parsed.issues
  const late = operation.fields.flatMap((field) => pathsOnTheirWay(operation, field, input, uploading))
  const isLate = ({ path }: FormIssue) => late.some((other) => isSamePath(path, other))
  return inOrder(operation, [
    ...found.filter((issue) => !isLate(issue)),
    ...late.map((path) => ({ path, message: notArrived, code: 'NOT_UPLOADED' as const })),
  ])
}

/** As the form is read from top to bottom; what belongs to no field comes first. */
export function inOrder(operation: Operation, issues: readonly FormIssue[]): FormIssue[] {
  const { timeline, main, choices, advanced } = groupFields(operation)
  const names = [...timeline, ...main, ...choices, ...advanced].map(({ name }) => name)
  return issues.toSorted(
    (one, other) => names.indexOf(one.path[0] ?? '') - names.indexOf(other.path[0] ?? ''),
  )
}

/** An issue in a language; the form's own are in it already. */
export function inLanguage(words: CatalogWords, { id, fields }: Operation, issue: FormIssue): FormIssue {
  if (issue.code === 'NOT_UPLOADED' || issue.code === 'NOT_A_NUMBER') return issue
  return { ...issue, message: issueIn(words, id, issue, limitsAt(fields, issue)) }
}

/** The issues without those that say the same of the same place. */
export function withoutRepeats(issues: readonly FormIssue[]): FormIssue[] {
  return issues.filter((issue, index) => issues.findIndex((other) => isSameValue(issue, other)) === index)
}

/** Of what was refused, what still holds: the value at its place is the one that was refused. */
export function stillRefused(
  issues: readonly FormIssue[],
  refused: FormValue,
  now: FormValue,
): readonly FormIssue[] {
  return issues.filter(({ path }) => isSameValue(valueAt(refused, path), valueAt(now, path)))
}

/** Names of the fields that issues are about; `""` for what is about none. */
export function namesOf(issues: readonly FormIssue[]): string[] {
  return [...new Set(issues.map(({ path }) => path[0] ?? ''))]
}

function pathsOnTheirWay(
  operation: Operation,
  field: FieldDescription,
  input: FormValue,
  uploading: readonly string[],
): string[][] {
  const { name } = field
  // On the timeline a keyframe is empty only while its file has not arrived, or could not.
  const isTimeline = name === 'imageUrls' && hasTimeline(operation)
  if (!uploading.includes(name) && !isTimeline) return []
  const missing = missingMedia(field, input[name], [name])
  return missing.length > 0 || isTimeline ? missing : [[name]]
}

/** Places for media that hold none yet. */
function missingMedia(field: FieldDescription, value: unknown, path: string[]): string[][] {
  const { type, item, fields = [] } = field
  if (type === 'media') return isEmpty(value) ? [path] : []
  if (type === 'list' && item && Array.isArray(value))
    return value.flatMap((one, index) => missingMedia(item, one, [...path, String(index)]))
  if (type === 'group' && isRecord(value))
    return fields.flatMap((inner) => missingMedia(inner, value[inner.name], [...path, inner.name]))
  return []
}

function withoutEmptyTexts(value: unknown): unknown {
  if (Array.isArray(value)) return value.map((item) => (item === '' ? undefined : withoutEmptyTexts(item)))
  if (!isRecord(value)) return value
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, inner]) =>
      isEmpty(inner) && !Array.isArray(inner) ? [] : [[name, withoutEmptyTexts(inner)]],
    ),
  )
}

function isSamePath(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((key, index) => key === other[index])
}
