import type { DatabaseLocation } from '@pika-kit/server'
import type { Calls } from '../process/calls.ts'

export interface SideCalls extends Calls {
  /** Answers the address of its GraphQL endpoint. */
  start(database: DatabaseLocation | null): Promise<string>
  cpuMicroseconds(): number
}
