import { useContext, useMemo } from 'react'
import { english, type Messages } from './english/index.ts'
import { mergeMessages } from './mergeMessages.ts'
import { MessagesContext } from './useWords.ts'

/** All texts that hold here, for components of the app's own. It brings the English of the whole kit. */
export function useMessages(): Messages {
  const overrides = useContext(MessagesContext)
  return useMemo(() => mergeMessages(english, overrides), [overrides])
}
