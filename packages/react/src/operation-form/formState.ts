import type { GenerateOutcome } from '../hooks/useGenerate.ts'
import { type FormIssue, namesOf, stillRefused } from './formIssues.ts'
import type { FormValue } from './formValue.ts'

/** Why a press did not become a generation, where no field can mend it. */
export type FormFailure = Readonly<Extract<GenerateOutcome, { type: 'refused' | 'unknown' }>>

/** All that a form knows beside its value. */
export interface FormState {
  phase: 'editing' | 'sending' | 'sent'
  /** The last press answered a generation that had arrived before. */
  isReplay: boolean
  /** Fields that were wrong at the last press and have not been right since: only these are told while one types. */
  watched: readonly string[]
  /** What holds until its place is changed, since it cannot be checked here: what the server refused, and of which input. */
  refused: { issues: readonly FormIssue[]; input: FormValue } | null
  failure: FormFailure | null
  /** What was there before a reset, for a way back; null after any other change. */
  before: FormValue | null
  /** How many presses found fields to mend: the focus goes to the summary at each. */
  refusals: number
  /** How often it was reset or restored. */
  resets: number
}

export type FormEvent =
  /** A field was changed, and these issues are there now. */
  | { type: 'edited'; name: string | null; input: FormValue; issues: readonly FormIssue[] }
  /** A press found these issues, and nothing was sent; `refused` are those that no check of the input finds. */
  | { type: 'checked'; issues: readonly FormIssue[]; refused: readonly FormIssue[]; input: FormValue }
  | { type: 'sending' }
  /** The server refused fields of this input. */
  | { type: 'refused'; issues: readonly FormIssue[]; input: FormValue }
  | { type: 'failed'; failure: FormFailure }
  | { type: 'accepted'; isReplay: boolean }
  /** The call ended, and how is told from outside. */
  | { type: 'ended' }
  /** It went back to the start, from what it held before. */
  | { type: 'reset'; before: FormValue }
  /** A reset was taken back. */
  | { type: 'restored' }

export const newForm: FormState = {
  phase: 'editing',
  isReplay: false,
  watched: [],
  refused: null,
  failure: null,
  before: null,
  refusals: 0,
  resets: 0,
}

/** What becomes of a form when something happens. */
export function formReducer(state: FormState, event: FormEvent): FormState {
  switch (event.type) {
    case 'edited': {
      const wrong = namesOf(event.issues)
      const watched = state.watched.filter((name) => wrong.includes(name))
      const issues = state.refused
        ? stillRefused(state.refused.issues, state.refused.input, event.input).filter(
            ({ path }) => path.length > 1 || (path.length === 1 && path[0] !== event.name),
          )
        : []
      return {
        ...state,
        phase: state.phase === 'sent' ? 'editing' : state.phase,
        watched: watched.length === state.watched.length ? state.watched : watched,
        refused: state.refused && issues.length > 0 ? { ...state.refused, issues } : null,
        failure: null,
        before: null,
      }
    }
    case 'checked':
      return {
        ...state,
        phase: 'editing',
        watched: namesOf(event.issues),
        refused: event.refused.length > 0 ? { issues: event.refused, input: event.input } : null,
        failure: null,
        refusals: state.refusals + 1,
      }
    case 'sending':
      return { ...state, phase: 'sending', watched: [], refused: null, failure: null }
    case 'refused':
      return {
        ...state,
        phase: 'editing',
        refused: { issues: event.issues, input: event.input },
        refusals: state.refusals + 1,
      }
    case 'failed':
      return { ...state, phase: 'editing', failure: event.failure }
    case 'accepted':
      return { ...state, phase: 'sent', isReplay: event.isReplay, before: null }
    case 'ended':
      return { ...state, phase: 'editing' }
    case 'reset':
      return { ...cleared(state), before: event.before }
    case 'restored':
      return cleared(state)
  }
}

/** What is being sent is sent all the same. */
function cleared({ phase, refusals, resets }: FormState): FormState {
  return { ...newForm, phase: phase === 'sending' ? phase : 'editing', refusals, resets: resets + 1 }
}
