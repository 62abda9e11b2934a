import { useGenerate } from '@pika-kit/react'
import { textToVideo } from './textToVideo.ts'

export function Generate() {
  const { generate, isSubmitting, outcome } = useGenerate(textToVideo)
  return (
    <>
      <button type="button" disabled={isSubmitting} onClick={() => void generate({ prompt: 'a paper boat' })}>
        Generate
      </button>{' '}
      <button type="button" disabled={isSubmitting} onClick={() => void generate({ prompt: '' })}>
        Generate without a prompt
      </button>
      <p role="status">
        {outcome?.type === 'accepted' && `Accepted as ${outcome.generation.operation.title}`}
        {outcome?.type === 'invalid' &&
          outcome.issues.map(({ path, message }) => `${path.join('.')} ${message}`).join(', ')}
        {(outcome?.type === 'refused' || outcome?.type === 'unknown') && outcome.message}
      </p>
    </>
  )
}
