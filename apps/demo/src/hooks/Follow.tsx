import { useGenerate, useGeneration } from '@pika-kit/react'
import { idOf } from './idOf.ts'
import { textToVideo } from './textToVideo.ts'

export function Follow() {
  const { generate, outcome } = useGenerate(textToVideo)
  const { generation, logs, connection } = useGeneration(idOf(outcome))
  return (
    <>
      <button type="button" onClick={() => void generate({ prompt: 'a paper boat' })}>
        Generate
      </button>
      <p>
        {connection}: {generation?.status ?? '–'}
        {generation?.queuePosition != null && `, ${generation.queuePosition} ahead`}
      </p>
      <ol aria-label="Log">
        {logs.map(({ sequence, message }) => (
          <li key={sequence}>{message}</li>
        ))}
      </ol>
    </>
  )
}
