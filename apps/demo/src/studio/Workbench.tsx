import type { Operation } from '@pika-kit/core'
import {
  CostBadge,
  DraftPlayer,
  type FormValue,
  type GenerationData,
  OperationForm,
  useGenerate,
  useOperationWords,
  useUpload,
} from '@pika-kit/react'
import { useState } from 'react'
import { useStudioWords } from '../languages/StudioWordsContext.ts'
import { sampleOf } from './samples.ts'

export interface WorkbenchProps {
  operation: Operation
  value: FormValue
  onChange(value: FormValue): void
  /** Told with the input that it was asked for with. */
  onGenerated(generation: GenerationData, input: FormValue): void
  isFree: boolean
}

/** The stage with its draft, and under it the form of one operation. */
export function Workbench({ operation, value, onChange, onGenerated, isFree }: WorkbenchProps) {
  const words = useStudioWords()
  const { title, description } = useOperationWords(operation)
  const upload = useUpload()
  const { generate } = useGenerate(operation)
  const [time, setTime] = useState(0)
  const [isPlaying, setIsPlaying] = useState(false)
  const player = { time, onTimeChange: setTime, isPlaying, onPlayingChange: setIsPlaying }
  const [sampleState, setSampleState] = useState<'idle' | 'working' | 'failed'>('idle')
  const sample = sampleOf(operation.id)

  const press = async (input: FormValue) => {
    const result = await generate(input)
    if (result.type === 'accepted') onGenerated(result.generation, input)
    return result
  }
  const fillIn = async () => {
    if (!sample) return
    setSampleState('working')
    try {
      onChange(await sample(upload))
      setTime(0)
      setSampleState('idle')
    } catch {
      setSampleState('failed')
    }
  }
  return (
    <section className="studio-panel" aria-label={title}>
      <DraftPlayer operation={operation} input={value} {...player} />
      <div className="studio-form">
        <div className="studio-intro">
          <div>
            <h2>{title}</h2>
            <p>{description}</p>
          </div>
          {sample && (
            <button
              type="button"
              className="pk-button"
              disabled={sampleState === 'working'}
              onClick={() => void fillIn()}
            >
              {sampleState === 'working' ? words.drawing : words.sample}
            </button>
          )}
        </div>
        {sampleState === 'failed' && (
          <p className="pk-issue" role="alert">
            {words.sampleFailed}
          </p>
        )}
        <OperationForm
          operation={operation}
          value={value}
          onChange={onChange}
          onGenerate={press}
          upload={upload}
          {...player}
          price={<CostBadge amount={null} isFree={isFree} />}
        />
      </div>
    </section>
  )
}
