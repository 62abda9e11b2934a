import type { Client } from '@urql/core'
import { createContext, type ReactNode, useContext, useMemo } from 'react'
import { Provider } from 'urql'
import { english, type Messages } from '../messages/english.ts'

/** Any part of the messages; what is left out stays English. */
export type MessageOverrides = { [Section in keyof Messages]?: Partial<Messages[Section]> }

const MessagesContext = createContext<Messages>(english)

export interface PikaProviderProps {
  /** The app's own urql client, or one of `createPikaClient`. Left out where the app has a urql `Provider` already. */
  client?: Client
  messages?: MessageOverrides
  children: ReactNode
}

/** Gives the kit its client and its words. Components that need no server work without it. */
export function PikaProvider({ client, messages, children }: PikaProviderProps) {
  const known = useContext(MessagesContext)
  const merged = useMemo(() => (messages ? mergeMessages(known, messages) : known), [known, messages])
  const inside = <MessagesContext.Provider value={merged}>{children}</MessagesContext.Provider>
  return client ? <Provider value={client}>{inside}</Provider> : inside
}

/** The texts that hold here. */
export function useMessages(): Messages {
  return useContext(MessagesContext)
}

function mergeMessages(known: Messages, overrides: MessageOverrides): Messages {
  const sections = Object.entries(known).map(([name, section]) => [name, { ...section, ...overrides[name as keyof Messages] }])
  return Object.fromEntries(sections) as Messages
}
