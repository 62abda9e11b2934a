import type { InputIssue } from '@pika-kit/core'
import { type Dispatch, type RefObject, useEffect, useRef } from 'react'
import type { GenerateOutcome } from '../hooks/useGenerate.ts'
import { formWords } from '../messages/english/form.ts'
import { seedWords } from '../messages/english/seed.ts'
import { useWords } from '../messages/useWords.ts'
import type { FormIssue } from './formIssues.ts'
import type { FormEvent } from './formState.ts'
import { type FormValue, isSameValue } from './formValue.ts'
import { unsettledFields } from './unsettledFields.ts'

/** How a press ended, where the embedder tells the form. */
// `void` is what a handler answers that tells nothing.
// oxlint-disable-next-line typescript/no-invalid-void-type
export type GenerateAnswer = GenerateOutcome | void

export interface FormSubmissionOptions {
  form: RefObject<HTMLFormElement | null>
  check(): FormIssue[]
  newest(): FormValue
  onGenerate(input: FormValue): GenerateAnswer | Promise<GenerateAnswer>
  /** What the embedder tells of the last press, in place of an answer. */
  issues: readonly InputIssue[]
  isSubmitting: boolean
  /** Whether a press waits for its answer. */
  isSending: boolean
  dispatch: Dispatch<FormEvent>
  announce(words: string): void
}

/** Sends what is right, one press at a time, and takes the answer. */
export function useFormSubmission({
  form,
  check,
  newest,
  onGenerate,
  issues: given,
  isSubmitting,
  isSending: isWaiting,
  dispatch,
  announce,
}: FormSubmissionOptions): { submit(): void; isSending: boolean } {
  const words = useWords(formWords)
  const { notANumber } = useWords(seedWords)
  // Told at once: a second press may come before the next render.
  const busy = useRef(false)
  const sent = useRef<FormValue | null>(null)
  const isSending = isWaiting || isSubmitting

  // Issues that come from outside are the answer to the last press; the same ones again are the answer to the next.
  const told = useRef<{ issues: readonly InputIssue[]; to: FormValue | null } | null>(null)
  useEffect(() => {
    if (isSending || given.length === 0) return
    const last = told.current
    if (last && last.to === sent.current && isSameValue(last.issues, given)) return
    told.current = { issues: given, to: sent.current }
    dispatch({ type: 'refused', issues: given, input: sent.current ?? newest() })
  }, [given, isSending, newest, dispatch])

  const settle = (asked: FormValue, answer: GenerateAnswer) => {
    switch (answer?.type) {
      case 'accepted':
        announce(answer.isReplay ? words.sentBefore : words.sent)
        return dispatch({ type: 'accepted', isReplay: answer.isReplay })
      case 'invalid':
        return dispatch({ type: 'refused', issues: answer.issues, input: asked })
      case 'refused':
      case 'unknown':
        return dispatch({ type: 'failed', failure: answer })
      case undefined:
        return dispatch({ type: 'ended' })
    }
  }
  const send = async (asked: FormValue) => {
    busy.current = true
    // A new object for each press, which tells them apart.
    sent.current = { ...asked }
    dispatch({ type: 'sending' })
    announce(words.generating)
    try {
      settle(asked, await onGenerate(asked))
    } catch (error) {
      // The app failed somewhere in sending: nobody knows how far it came.
      const message = error instanceof Error ? error.message : String(error)
      settle(asked, { type: 'unknown', message: `${message} ${words.safeToRepeat}` })
    } finally {
      busy.current = false
    }
  }
  return {
    isSending,
    submit() {
      if (busy.current || isSubmitting) return
      const issues = check()
      const refused = unsettledFields(form.current, issues, { notANumber, notArrived: words.notArrived })
      if (issues.length === 0 && refused.length === 0) void send(newest())
      else dispatch({ type: 'checked', issues, refused, input: newest() })
    },
  }
}
