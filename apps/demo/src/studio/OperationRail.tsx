import { type Operation, pikaOperations } from '@pika-kit/core'
import { OperationIcon, useOperationWords } from '@pika-kit/react'
import { useStudioWords } from '../languages/StudioWordsContext.ts'
import { addressOf } from './useAddress.ts'

/** The operations, as links: each has an address of its own. The generation that is shown stays. */
export function OperationRail({ current, generationId }: { current: string; generationId: string | null }) {
  const words = useStudioWords()
  return (
    <nav className="studio-rail" aria-label={words.operations}>
      {pikaOperations.map((operation) => (
        <a
          key={operation.id}
          href={addressOf({ operationId: operation.id, generationId })}
          {...(operation.id === current && { 'aria-current': 'page' as const })}
        >
          <i>
            <OperationIcon id={operation.id} />
          </i>
          <span>
            <Title operation={operation} />
            <small>{words.lines[operation.id as keyof typeof words.lines]}</small>
          </span>
        </a>
      ))}
    </nav>
  )
}

function Title({ operation }: { operation: Operation }) {
  return useOperationWords(operation).title
}
