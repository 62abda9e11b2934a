import type { Timestamp } from '../generation/generation.ts'
import type { Notification, Outbox } from '../ports/outbox.ts'

/** The outbox of a memory store, which puts notifications in by `keep`. */
export function createMemoryOutbox(): Outbox & { keep(notification: Notification): void } {
  const kept = new Map<string, { notification: Notification; owner: string | null; dueAt: Timestamp }>()
  return {
    keep: (notification) =>
      void kept.set(notification.id, { notification, owner: null, dueAt: notification.createdAt }),
    async claim(lease, now, limit) {
      const due = [...kept.values()]
        .filter((entry) => entry.dueAt <= now)
        .toSorted((a, b) => a.dueAt - b.dueAt)
        .slice(0, limit)
      return due.map((entry) => {
        const { notification } = entry
        entry.owner = lease.owner
        entry.dueAt = lease.until
        entry.notification = { ...notification, attempts: notification.attempts + 1 }
        return JSON.parse(JSON.stringify(notification)) as Notification
      })
    },
    async postpone(id, owner, dueAt) {
      const entry = kept.get(id)
      if (entry?.owner !== owner) return
      entry.owner = null
      entry.dueAt = dueAt
    },
    async remove(id, owner) {
      if (kept.get(id)?.owner === owner) kept.delete(id)
    },
  }
}
