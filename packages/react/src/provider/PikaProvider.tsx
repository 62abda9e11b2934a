import type { Client } from '@urql/core'
import { createContext, type ReactNode, useContext, useMemo } from 'react'
import { Provider } from 'urql'
import type { Upload } from '../hooks/useUpload.ts'
import { type MessageOverrides, mergeMessages } from '../messages/mergeMessages.ts'
import { MessagesContext } from '../messages/useWords.ts'

const UploadContext = createContext<Upload | null>(null)

export interface PikaProviderProps {
  /** The app's own urql client, or one of `createPikaClient`. Left out where the app has a urql `Provider` already. */
  client?: Client
  /** A language, or any part of the messages; what is left out stays as it is around, in the end English. */
  messages?: MessageOverrides
  /** Brings files to a storage of the app's own, in place of the server's tickets. */
  upload?: Upload
  children: ReactNode
}

/** Gives the kit its client and its words. Components that need no server work without it. */
export function PikaProvider({ client, messages, upload, children }: PikaProviderProps) {
  const knownUpload = useContext(UploadContext)
  const known = useContext(MessagesContext)
  const merged = useMemo(() => (messages ? mergeMessages(known, messages) : known), [known, messages])
  const inside = (
    <MessagesContext.Provider value={merged}>
      <UploadContext.Provider value={upload ?? knownUpload}>{children}</UploadContext.Provider>
    </MessagesContext.Provider>
  )
  return client ? <Provider value={client}>{inside}</Provider> : inside
}

/** The app's own way to upload; null where the server's tickets are used. */
export function useOwnUpload(): Upload | null {
  return useContext(UploadContext)
}
