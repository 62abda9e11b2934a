import type { Client } from '@urql/core'

interface Connection {
  isLost: boolean
  changes: EventTarget
}

const connections = new WeakMap<Client, Connection>()

function connectionOf(client: Client): Connection {
  const known = connections.get(client) ?? { isLost: false, changes: new EventTarget() }
  connections.set(client, known)
  return known
}

function set(client: Client, isLost: boolean): void {
  const connection = connectionOf(client)
  if (connection.isLost === isLost) return
  connection.isLost = isLost
  connection.changes.dispatchEvent(new Event('change'))
}

/** Says that the connection of this client is lost, and is tried again. */
export function announceLost(client: Client): void {
  set(client, true)
}

/** Says that the connection of this client was lost and is there again: what was sent in between was missed. */
export function announceReconnect(client: Client): void {
  set(client, false)
  connectionOf(client).changes.dispatchEvent(new Event('reconnect'))
}

/** Whether the connection is known to be lost. An app's own client never loses one by this. */
export function isConnectionLost(client: Client): boolean {
  return connectionOf(client).isLost
}

/** Calls `listener` when the connection is lost or there again; answers how to stop. */
export function onConnectionChange(client: Client, listener: () => void): () => void {
  return listenTo(client, 'change', listener)
}

/** Calls `listener` after each reconnect; answers how to stop. An app's own client never reconnects by this. */
export function onReconnect(client: Client, listener: () => void): () => void {
  return listenTo(client, 'reconnect', listener)
}

function listenTo(client: Client, event: string, listener: () => void): () => void {
  const { changes } = connectionOf(client)
  changes.addEventListener(event, listener)
  return () => changes.removeEventListener(event, listener)
}
