import type { InputIssue, Operation } from '@pika-kit/core'
import {
  type KeyboardEvent,
  type RefObject,
  type SyntheticEvent,
  useCallback,
  useMemo,
  useReducer,
} from 'react'
import { fieldLabel } from '../hooks/fieldLabel.ts'
import type { Upload } from '../hooks/useUpload.ts'
import { useAnnouncer } from '../internals/Announcer.tsx'
import { catalogWords } from '../messages/english/catalog.ts'
import { formWords } from '../messages/english/form.ts'
import { resultWords } from '../messages/english/result.ts'
import { useOperationWords } from '../messages/useCatalogWords.ts'
import { useWords } from '../messages/useWords.ts'
import { describeFormField, type FormFieldState } from './formFieldState.ts'
import { type FormGroups, groupFields } from './formGroups.ts'
import { checkForm, type FormIssue, inLanguage, inOrder, stillRefused, withoutRepeats } from './formIssues.ts'
import { type FormFailure, formReducer, newForm } from './formState.ts'
import { type FieldUpdate, type FormValue, isSameValue, secondsOf, setField } from './formValue.ts'
import { useFormFocus } from './useFormFocus.ts'
import { type GenerateAnswer, useFormSubmission } from './useFormSubmission.ts'
import { useFormUploads } from './useFormUploads.ts'
import { useFormValue } from './useFormValue.ts'

export interface UseOperationFormOptions {
  /** What is asked for: its fields, their rules and their defaults. Another one is another form. */
  operation: Operation
  /** What the form holds. Leave it out and the form holds it itself. */
  value?: FormValue | undefined
  /** What it starts with, and goes back to by Reset; only the defaults of the operation where left out. */
  defaultValue?: FormValue | undefined
  /** Told all that the form holds with every change; what is not set is left out. */
  onChange?: ((value: FormValue) => void) | undefined
  /**
   * Called with a checked input when Generate is pressed, once until it has ended: `generate` of `useGenerate`. The form shows
   * what the outcome says; without one (nothing is answered) it goes by `issues`, `problem` and `isSubmitting`.
   */
  onGenerate(input: FormValue): GenerateAnswer | Promise<GenerateAnswer>
  /** Brings files to where their addresses are; see `useUpload`. Nothing is generated before they are there. */
  upload: Upload
  /** What the server found wrong, where `onGenerate` does not answer it. Each goes when its place is changed. */
  issues?: readonly InputIssue[] | undefined
  /** A failure that no field can mend, in words for people, where `onGenerate` does not answer it. */
  problem?: string | null | undefined
  /** Whether a press is being sent, where `onGenerate` answers nothing to wait for. */
  isSubmitting?: boolean | undefined
  /**
   * Keeps the input in this browser under this key and the id of the operation, and starts with it (`onChange` is told). Only
   * without `value`: who holds the input keeps it.
   */
  storageKey?: string | undefined
}

/** All that a form knows and does, without any markup but the ids of its fields. */
export interface UseOperationForm {
  /** In the language that holds here. */
  operation: Operation
  /** What the form holds; what is not set is left out. */
  input: FormValue
  /** The fields as they are best laid out. */
  groups: FormGroups
  /** One field. Throws when the operation has none of this name. */
  field(name: string): FormFieldState
  /** Sets one field: a value, or a function of the newest. */
  set(name: string, update: FieldUpdate): void
  /** Sets several at once. */
  merge(fields: FormValue): void
  /** The upload of a field; the form waits for what it brings. */
  uploadOf(name: string): Upload
  /** What is wrong and shown: from the last press on, as the form is read. */
  issues: readonly FormIssue[]
  /** What the place of an issue is called. */
  labelOf(path: readonly string[]): string
  /** `sending` and `sent` are of the last press; `invalid` while there are issues; `failed` when no field can mend it. */
  state: 'editing' | 'invalid' | 'sending' | 'sent' | 'failed'
  /** Why the last press did not become a generation, where no field can mend it. */
  failure: FormFailure | null
  /** The embedder's own words for that. */
  problem: string | null
  /** The last press answered a generation that had arrived before. */
  isReplay: boolean
  /** Seconds of the video; null where the input does not say. */
  seconds: number | null
  /** Whether there is anything to reset. */
  isDirty: boolean
  /** Back to `defaultValue`. */
  reset(): void
  /** Whether the last thing that happened was a reset. */
  canRestore: boolean
  /** Takes the reset back. */
  restore(): void
  /** How often it was reset or restored: as a `key`, it has controls forget what they are in the middle of. */
  resets: number
  /** Checks, and generates what is right. Nothing while another press is being sent. */
  submit(): void
  /** Puts the focus on a field, opening what it is in. */
  focus(path: readonly string[]): void
  /** Has a field take its own focus. Answers how to end that. */
  onFocusField(name: string, focus: (path: readonly string[]) => boolean): () => void
  /** How many presses found something to mend. */
  refusals: number
  /** For the form element. */
  formProps: {
    ref: RefObject<HTMLFormElement | null>
    noValidate: boolean
    'aria-label': string
    onSubmit(event: SyntheticEvent<HTMLFormElement>): void
    onResetCapture(event: SyntheticEvent<HTMLFormElement>): void
    onKeyDownCapture(event: KeyboardEvent<HTMLFormElement>): void
  }
  /** For the element that lists what is wrong: it gets the focus after a press that found something. */
  summaryRef: RefObject<HTMLDivElement | null>
  /** What a screen reader is told. */
  announcement: string
}

const NO_VALUE: FormValue = {}
const NO_ISSUES: readonly InputIssue[] = []

export function useOperationForm({
  operation: known,
  value,
  defaultValue = NO_VALUE,
  onChange,
  onGenerate,
  upload,
  issues: given = NO_ISSUES,
  problem = null,
  isSubmitting = false,
  storageKey,
}: UseOperationFormOptions): UseOperationForm {
  const operation = useOperationWords(known)
  const catalog = useWords(catalogWords)
  const words = useWords(formWords)
  const { field: joinLabel } = useWords(resultWords)
  const { announce, announcement } = useAnnouncer()
  const { input, newest, change } = useFormValue({
    operation: known,
    value,
    defaultValue,
    onChange,
    storageKey,
  })
  const { uploading, shown, uploadOf } = useFormUploads(upload)
  const [state, dispatch] = useReducer(formReducer, newForm)
  const groups = useMemo(() => groupFields(operation), [operation])

  const { notArrived } = words
  const check = useCallback(
    () => checkForm({ operation, input: newest(), uploading: uploading(), notArrived }),
    [operation, newest, uploading, notArrived],
  )
  const edit = (name: string | null, transform: (known: FormValue) => FormValue) => {
    change(transform)
    dispatch({ type: 'edited', name, input: newest(), issues: state.watched.length > 0 ? check() : [] })
  }

  const reset = () => {
    const before = newest()
    if (isSameValue(before, defaultValue)) return
    change(defaultValue)
    dispatch({ type: 'reset', before })
    announce(words.wasReset)
  }
  const restore = () => {
    const { before } = state
    if (!before) return
    change(before)
    dispatch({ type: 'restored' })
    announce(words.restored)
  }

  // Looking through the data URI of a film takes a moment: only when something has changed.
  const local = useMemo(
    () =>
      state.watched.length === 0
        ? []
        : checkForm({ operation, input, uploading: shown, notArrived }).filter(({ path: [name = ''] }) =>
            state.watched.includes(name),
          ),
    [operation, input, shown, notArrived, state.watched],
  )
  // The embedder may have changed the value since.
  const refused = state.refused ? stillRefused(state.refused.issues, state.refused.input, input) : []
  const issues = withoutRepeats(
    inOrder(operation, [...local, ...refused]).map((issue) => inLanguage(catalog, known, issue)),
  )
  const { form, summary, focus, onFocusField } = useFormFocus(state.refusals, issues[0]?.path)
  const { submit, isSending } = useFormSubmission({
    form,
    check,
    newest,
    onGenerate,
    issues: given,
    isSubmitting,
    isSending: state.phase === 'sending',
    dispatch,
    announce,
  })

  return {
    operation,
    input,
    groups,
    field: (name) =>
      describeFormField(operation, name, input[name], issues, (update) =>
        edit(name, (known) => setField(known, name, update)),
      ),
    set: (name, update) => edit(name, (known) => setField(known, name, update)),
    merge: (fields) => edit(null, (known) => ({ ...known, ...fields })),
    uploadOf,
    issues,
    labelOf: (path) => fieldLabel(operation.fields, path, joinLabel),
    state: isSending
      ? 'sending'
      : issues.length > 0
        ? 'invalid'
        : state.failure || problem
          ? 'failed'
          : state.phase,
    failure: isSending ? null : state.failure,
    problem: isSending ? null : problem,
    isReplay: state.isReplay,
    seconds: secondsOf(operation, input),
    isDirty: !isSameValue(input, defaultValue),
    reset,
    canRestore: state.before !== null,
    restore,
    resets: state.resets,
    submit,
    focus,
    onFocusField,
    refusals: state.refusals,
    formProps: {
      ref: form,
      noValidate: true,
      'aria-label': operation.title,
      onSubmit(event) {
        event.preventDefault()
        submit()
      },
      // Before the controls inside hear of it: they would each go back to their own start, and a restore would miss them.
      onResetCapture(event) {
        event.preventDefault()
        event.stopPropagation()
        reset()
      },
      onKeyDownCapture: ignoreHeldEnter,
    },
    summaryRef: summary,
    announcement,
  }
}

/** Enter that is held down presses again and again; each press after an answer would be another generation. */
function ignoreHeldEnter(event: KeyboardEvent<HTMLFormElement>) {
  if (event.key !== 'Enter' || !event.repeat) return
  const isNewLine =
    event.target instanceof HTMLTextAreaElement && !event.ctrlKey && !event.metaKey && !event.altKey
  if (isNewLine) return
  event.preventDefault()
  event.stopPropagation()
}
