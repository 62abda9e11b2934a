import { type ComponentPropsWithRef, useId, useState } from 'react'
import type { GenerateOutcome } from '../hooks/useGenerate.ts'
import { useGenerationActions } from '../hooks/useGenerationActions.ts'
import { type OperationData, useOperations } from '../hooks/useOperations.ts'
import type { GenerationData } from '../graphql/documents.ts'
import { Announcement, useAnnouncer } from '../internals/Announcer.tsx'
import { Button } from '../internals/Button.tsx'
import { Field, fieldAria } from '../internals/Field.tsx'
import { joinClasses } from '../internals/join.ts'
import { adoptWords } from '../messages/english/adopt.ts'
import { catalogWords } from '../messages/english/catalog.ts'
import { issueIn } from '../messages/saidIn.ts'
import { useWords } from '../messages/useWords.ts'

export interface AdoptRequestProps extends Omit<ComponentPropsWithRef<'form'>, 'onSubmit'> {
  /** It is a generation of the viewer now: show it. */
  onAdopt?(generation: GenerationData): void
}

/**
 * Takes in a request that fal has already, made by another program with the key of the server. Nothing is submitted. A server
 * with several viewers lets none of them unless it was told to (`mayAdopt`); then the refusal stands at the field.
 */
export function AdoptRequest({ onAdopt, className, ...props }: AdoptRequestProps) {
  const words = useWords(adoptWords)
  const catalog = useWords(catalogWords)
  const { adopt } = useGenerationActions()
  const operations = useOperations()
  const { announce, announcement } = useAnnouncer()
  const [operationId, setOperationId] = useState<OperationData['id'] | null>(null)
  const [requestId, setRequestId] = useState('')
  const [isBusy, setIsBusy] = useState(false)
  const [problem, setProblem] = useState<Exclude<GenerateOutcome, { type: 'accepted' }> | null>(null)
  const [isMissed, setIsMissed] = useState(false)
  const id = useId()
  const chosen = operationId ?? operations[0]?.id
  const issues = problem?.type === 'invalid' ? problem.issues : []
  const sayIssue = (name: string) => {
    const issue = issues.find(({ path }) => path[0] === name)
    return issue && issueIn(catalog, null, issue, {})
  }
  const issue = isMissed ? words.empty : sayIssue('requestId')

  const take = async () => {
    const wanted = requestId.trim()
    setProblem(null)
    setIsMissed(wanted === '')
    if (wanted === '' || chosen === undefined || isBusy) return
    setIsBusy(true)
    const outcome = await adopt(chosen, wanted)
    setIsBusy(false)
    if (outcome.type !== 'accepted') return setProblem(outcome)
    setRequestId('')
    announce(words.taken)
    onAdopt?.(outcome.generation)
  }
  return (
    <form
      aria-label={words.label}
      noValidate
      {...props}
      className={joinClasses('pk-root pk-adopt', className)}
      onSubmit={(event) => {
        event.preventDefault()
        void take()
      }}
    >
      <p className="pk-hint">{words.hint}</p>
      <Field id={`${id}-operation`} label={words.operation} issue={sayIssue('operation')}>
        <select
          id={`${id}-operation`}
          className="pk-input"
          value={chosen ?? ''}
          onChange={(event) => setOperationId(event.target.value as OperationData['id'])}
        >
          {operations.map((operation) => (
            <option key={operation.id} value={operation.id}>
              {catalog.operations[operation.id]?.title ?? operation.title}
            </option>
          ))}
        </select>
      </Field>
      <Field id={`${id}-request`} label={words.requestId} issue={issue}>
        <input
          {...fieldAria(`${id}-request`, { issue })}
          id={`${id}-request`}
          className="pk-input"
          dir="ltr"
          autoComplete="off"
          spellCheck={false}
          placeholder={words.requestIdHint}
          value={requestId}
          onChange={(event) => {
            setRequestId(event.target.value)
            setProblem(null)
            setIsMissed(false)
          }}
        />
      </Field>
      {problem && issues.length === 0 && (
        <p className="pk-issue" role="alert">
          {problem.message}
        </p>
      )}
      <Button type="submit" aria-disabled={isBusy || undefined}>
        {isBusy ? words.taking : words.take}
      </Button>
      <Announcement>{announcement}</Announcement>
    </form>
  )
}
