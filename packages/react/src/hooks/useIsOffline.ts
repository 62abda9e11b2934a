import type { Client } from '@urql/core'
import { useCallback, useSyncExternalStore } from 'react'
import { isConnectionLost, onConnectionChange } from '../provider/reconnects.ts'

/** Whether live updates cannot come now: the device is offline, or the connection of the client is lost and tried again. */
export function useIsOffline(client: Client): boolean {
  const subscribe = useCallback(
    (listener: () => void) => {
      const stop = onConnectionChange(client, listener)
      addEventListener('online', listener)
      addEventListener('offline', listener)
      return () => {
        stop()
        removeEventListener('online', listener)
        removeEventListener('offline', listener)
      }
    },
    [client],
  )
  return useSyncExternalStore(
    subscribe,
    () => isConnectionLost(client) || !navigator.onLine,
    () => false,
  )
}
