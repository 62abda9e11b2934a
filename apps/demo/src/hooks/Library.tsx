import { useGenerate, useGenerations } from '@pika-kit/react'
import { textToVideo } from './textToVideo.ts'

export function Library() {
  const { generate } = useGenerate(textToVideo)
  const { generations, hasMore, loadMore } = useGenerations({ pageSize: 2 })
  return (
    <>
      <button type="button" onClick={() => void generate({ prompt: `boat ${generations.length + 1}` })}>
        Generate
      </button>
      <ul aria-label="Library">
        {generations.map(({ id, status }) => (
          <li key={id}>{status}</li>
        ))}
      </ul>
      {hasMore && (
        <button type="button" onClick={loadMore}>
          Show more
        </button>
      )}
    </>
  )
}
