import { useGenerate, useGenerationActions } from '@pika-kit/react'
import { useState } from 'react'
import { idOf } from './idOf.ts'
import { textToVideo } from './textToVideo.ts'

export function Actions() {
  const { generate, outcome } = useGenerate(textToVideo)
  const { cancel } = useGenerationActions()
  const [answer, setAnswer] = useState('')
  const id = idOf(outcome)
  return (
    <>
      <button type="button" onClick={() => void generate({ prompt: 'a paper boat' })}>
        Generate
      </button>{' '}
      <button
        type="button"
        disabled={id === null}
        onClick={() => id !== null && void cancel(id).then(({ type }) => setAnswer(type))}
      >
        Cancel
      </button>
      <p role="status">{answer}</p>
    </>
  )
}
