// One shape for SQLite and PostgreSQL: text, integers and JSON as text. What is searched by has a column of its own; the
// whole generation is the JSON in `data`, so that a new field of it needs no migration.

interface GenerationsTable {
  id: string
  viewer_id: string
  operation_id: string
  status: string
  revision: number
  created_at: number
  webhook_token: string
  idempotency_key: string | null
  /** 1 while it is not final. */
  is_active: number
  /** fal's id; null while it is not known. */
  request_id: string | null
  /** `|tag||other%20tag|`, searched by `|tag|`. */
  tags: string
  /** The replica that holds it. */
  lease_owner: string | null
  event_count: number
  data: string
}

/** The processes that share the database. One that is gone stays for a day. */
interface ReplicasTable {
  name: string
  /** Until when it counts as alive, by the database's clock. */
  until: number
}

interface EventsTable {
  generation_id: string
  sequence: number
  revision: number
  at: number
  /** A `GenerationHappening` as JSON. */
  data: string
}

/** What is left of a deleted generation: that its idempotency key was used. Rows are never deleted. */
interface SpentKeysTable {
  viewer_id: string
  idempotency_key: string
  deleted_at: number
}

interface NotificationsTable {
  id: string
  /** The generation as it was when it became final. */
  data: string
  created_at: number
  attempts: number
  /** When it may be claimed: when it is due, or when the lease of `lease_owner` lapses. */
  due_at: number
  lease_owner: string | null
}

/** How long a generation took that ended as a video: what an ETA is told from. Has nothing of the generation itself. */
interface RunTimesTable {
  operation_id: string
  settings: string
  queue_ms: number
  run_ms: number
  ended_at: number
}

export interface Database {
  generations: GenerationsTable
  notifications: NotificationsTable
  spent_keys: SpentKeysTable
  generation_events: EventsTable
  replicas: ReplicasTable
  run_times: RunTimesTable
}
