import { createContext, useContext } from 'react'
import type { DropJudgement } from '../internals/useDropTarget.ts'
import type { UseMediaInput } from './useMediaInput.ts'

/** The input, and what its parts share beside it. */
export interface MediaInputShared extends UseMediaInput {
  /** Its parts' ids start with it. */
  id: string
  label: string
  description: string | undefined
  /** What is wrong with the value, and with each medium of several, in words to read after the label. */
  issue: string | undefined
  itemIssues: readonly (string | undefined)[]
  isRequired: boolean
  isOptional: boolean
  /** What is held over it. */
  over: DropJudgement
  /** Whether a camera is offered. */
  hasCamera: boolean
  /** Moves the focus after the next render, where the element that had it goes: to the first that is there. */
  focusSoon(...selectors: string[]): void
}

export const MediaInputContext = createContext<MediaInputShared | null>(null)

/** The input around a part. Throws where there is none, and says what to do. */
export function useMedia(part: string): MediaInputShared {
  const input = useContext(MediaInputContext)
  if (input) return input
  throw new Error(`<MediaInput.${part}> stands outside of <MediaInput.Root>: put it inside.`)
}
