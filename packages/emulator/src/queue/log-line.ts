import { formatTimestamp } from '../clock.ts'
import type { LogEntry } from './request.ts'

/** A log entry in fal's form; `at` is in microseconds since 1970. */
export function logLine(message: string, at: number, level: LogEntry['level'] = 'INFO'): LogEntry {
  return { message, level, source: 'USER', timestamp: formatTimestamp(at) }
}
