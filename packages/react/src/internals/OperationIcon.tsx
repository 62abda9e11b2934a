import type { ReactNode } from 'react'
import { FilmIcon } from './icons.tsx'

const paths: Readonly<Record<string, ReactNode>> = {
  PIKAFRAMES: <path d="M3 6h7v12H3zM14 6h7v12h-7zM10 12h4" />,
  IMAGE_TO_VIDEO: <path d="M4 5h16v14H4zM10.5 9.2v5.6L15 12z" />,
  TEXT_TO_VIDEO: <path d="M5 7V5h14v2M12 5v14M9.5 19h5" />,
  PIKASCENES: <path d="M12 3l4 4-4 4-4-4zM6 11l4 4-4 4-3-4zM18 11l3 4-3 4-4-4z" />,
  PIKASWAPS: <path d="M5 8h13M14.5 4.5L18 8l-3.5 3.5M19 16H6M9.5 12.5L6 16l3.5 3.5" />,
  PIKADDITIONS: <path d="M4 8h10v11H4zM14 5V3M18 9h3M17 6l2-2M9 11v5M6.5 13.5h5" />,
  PIKAFFECTS: <path d="M12 3l2 6 6-2-4 5 4 5-6-2-2 6-2-6-6 2 4-5-4-5 6 2z" />,
  COLLECTION_TO_VIDEO: <path d="M4 4h7v7H4zM13 4h7v7h-7zM4 13h7v7H4zM13 13h7v7h-7z" />,
}

export interface OperationIconProps {
  /** Of the operation: `PIKAFRAMES`. */
  id: string
}

/** The pictogram of an operation; a film for one that is not Pika's. */
export function OperationIcon({ id }: OperationIconProps) {
  const path = paths[id]
  if (!path) return <FilmIcon />
  return (
    <svg
      className="pk-icon"
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.7"
      strokeLinejoin="round"
      strokeLinecap="round"
      aria-hidden="true"
    >
      {path}
    </svg>
  )
}
