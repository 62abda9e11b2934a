import { pikaOperations } from '@pika-kit/core'
import { OperationIcon } from '@pika-kit/react'
import { addressOf } from './useAddress.ts'

const lines: Readonly<Record<string, string>> = {
  PIKAFRAMES: 'stills into one film',
  IMAGE_TO_VIDEO: 'bring a still to life',
  TEXT_TO_VIDEO: 'from words alone',
  PIKASCENES: 'put things together',
  PIKASWAPS: 'change one thing',
  PIKADDITIONS: 'add one thing',
  PIKAFFECTS: 'sixteen effects',
  COLLECTION_TO_VIDEO: 'the older Pikascenes',
}

/** The operations, as links: each has an address of its own. The generation that is shown stays. */
export function OperationRail({ current, generationId }: { current: string; generationId: string | null }) {
  return (
    <nav className="studio-rail" aria-label="Operations">
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
            {operation.title}
            <small>{lines[operation.id]}</small>
          </span>
        </a>
      ))}
    </nav>
  )
}
