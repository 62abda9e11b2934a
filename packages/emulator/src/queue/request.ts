import type { ArmedFault } from '../faults/fault-control.ts'
import type { ScenarioName } from '../scenarios/registry.ts'

/** fal's three states. A failed or cancelled request is COMPLETED too, with an error. */
export type QueueStatus = 'IN_QUEUE' | 'IN_PROGRESS' | 'COMPLETED'

/** A line of a model's output, as fal's status carries it. */
export interface LogEntry {
  message: string
  level: 'INFO' | 'ERROR'
  source: 'USER'
  /** fal's form: ISO without a zone. */
  timestamp: string
}

/** How a request ended: what the result address replays. */
export interface Outcome {
  /** HTTP status that the model answered with. */
  status: number
  headers: Readonly<Record<string, string>>
  /** JSON body. Where `video` is set, the result is built from it, as the emulator's address may change with a restart. */
  body?: unknown
  video?: { fileId: string; fileName: string; fileSize: number }
  /** What the status says of a failure. */
  error?: string
  errorType?: string
}

/** One accepted request, as it is kept on disk. Instants are microseconds since 1970. */
export interface QueueRequest {
  id: string
  /** Of the platform's own attempt; only webhooks show it. */
  gatewayId: string
  endpointId: string
  /** The body as it was sent. */
  input: unknown
  status: QueueStatus
  priority: 'normal' | 'low'
  submittedAt: number
  startedAt?: number
  completedAt?: number
  /** Simulated others that stood before it when it came. */
  lineAhead: number
  /** Simulated seconds until one of them leaves. */
  lineStepSeconds: number
  /** Simulated seconds from receipt to start, after which it ends as a 504. */
  startTimeoutSeconds?: number
  webhookUrl?: string
  /** How its webhook ended: acknowledged, or given up (by a scenario, never sent). Left out until then. */
  webhookDelivery?: 'delivered' | 'undelivered'
  /** Seconds that its output is to be kept, by the lifecycle header. */
  outputLifetimeSeconds?: number
  /** Set by `x-fal-store-io: 0`: the platform's list does not show what went in and came out. */
  isWithoutPayloads?: boolean
  scenario?: ScenarioName
  /** What is still to break on its wires, of its scenario and of its submission's header. */
  faults?: ArmedFault[]
  logs: LogEntry[]
  outcome?: Outcome
}
