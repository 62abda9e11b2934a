import { createContext, useContext, useMemo } from 'react'
import type { Messages } from './english/index.ts'
import type { Section } from './defineSection.ts'
import { type MessageOverrides, mergeMessages } from './mergeMessages.ts'

/** What the providers around say in place of English. */
export const MessagesContext = createContext<MessageOverrides>({})

/** The words of a section that hold here. */
export function useWords<Name extends keyof Messages>(
  section: Section<Name, Messages[Name]>,
): Messages[Name] {
  const overrides = useContext(MessagesContext)[section.name]
  return useMemo(
    () => (overrides ? mergeMessages(section.english, overrides) : section.english),
    [section, overrides],
  )
}
