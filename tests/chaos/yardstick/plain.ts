import { readFile } from 'node:fs/promises'

/** How an app that uses the plain client waits for the end. */
export type PlainMode = 'polling' | 'streaming' | 'webhook'

/** Milliseconds from the first try after which a job has never ended; the slowest of Pika Kit take a third of it. */
export const GIVEN_UP_AFTER_MS = 45_000

/** A row in the file of the app. */
export interface PlainJob {
  number: number
  status: 'WAITING' | 'RUNNING' | 'COMPLETED' | 'FAILED'
  /** Milliseconds since 1970, of the first try. */
  startedAt?: number
  requestId?: string
  code?: string
}

export interface PlainOptions {
  seed: number
  generations: number
  atOnce: number
  /** Its queue. */
  file: string
  falUrl: string
  port: number
  mode: PlainMode
}

/** What the app knows; nothing before its first save. */
export async function readJobs(file: string): Promise<PlainJob[]> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as PlainJob[]
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return []
    throw error
  }
}
