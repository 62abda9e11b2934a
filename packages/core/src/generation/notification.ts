import type { Notification } from '../ports/outbox.ts'
import type { GenerationHappening } from './events.ts'
import { type Generation, isFinal, type Timestamp } from './generation.ts'

/**
 * What a change has to tell the `webhookUrl` of its generation; null where it has none, or the change did not end the
 * generation. A store keeps it together with the change.
 */
export function notificationOf(
  generation: Generation,
  happenings: readonly GenerationHappening[],
  at: Timestamp,
): Notification | null {
  const isEnd = happenings.some((one) => one.type === 'status-changed' && isFinal(one.status))
  if (!isEnd || generation.webhookUrl === null) return null
  return { id: `${generation.id}:${generation.revision}`, generation, createdAt: at, attempts: 0 }
}
