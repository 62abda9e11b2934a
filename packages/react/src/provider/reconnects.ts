import type { Client } from '@urql/core'

const reconnects = new WeakMap<Client, EventTarget>()

/** Says that the connection of this client was lost and is there again: what was sent in between was missed. */
export function announceReconnect(client: Client): void {
  reconnects.get(client)?.dispatchEvent(new Event('reconnect'))
}

/** Calls `listener` after each reconnect; answers how to stop. An app's own client never reconnects by this. */
export function onReconnect(client: Client, listener: () => void): () => void {
  const target = reconnects.get(client) ?? new EventTarget()
  reconnects.set(client, target)
  target.addEventListener('reconnect', listener)
  return () => target.removeEventListener('reconnect', listener)
}
