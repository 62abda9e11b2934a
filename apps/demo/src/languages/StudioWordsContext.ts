import { createContext, useContext } from 'react'
import { english } from './english.ts'
import type { StudioWords } from './StudioWords.ts'

export const StudioWordsContext = createContext<StudioWords>(english.studio)

/** What the Studio says in the language that was chosen. */
export const useStudioWords = (): StudioWords => useContext(StudioWordsContext)
