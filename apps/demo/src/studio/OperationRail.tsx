import { pikaOperations } from '@pika-kit/core'
import { OperationIcon } from './operationIcons.tsx'

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

/** The operations, as links: each has an address of its own. */
export function OperationRail({ current }: { current: string }) {
  return (
    <nav className="studio-rail" aria-label="Operations">
      {pikaOperations.map((operation) => (
        <a
          key={operation.id}
          href={`#${operation.id}`}
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
