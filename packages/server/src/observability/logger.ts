import { GENERATION_STEPS, type Observer } from '@pika-kit/core'
import { pino } from 'pino'
import type { Config } from '../config.ts'

/** Structured lines on stderr, so that stdout is left to what people are told. Keys and prompts are never among the facts. */
export function createLogger(level: Config['logLevel']): Observer {
  const logger = pino({ level, base: null, redact: ['key', 'authorization', 'token'] }, pino.destination(2))
  return {
    note: (at, message, facts) => logger[at](facts ?? {}, message),
    passed: (step, generationId) => logger.debug({ step, generationId }, GENERATION_STEPS[step]),
  }
}

/** Says nothing. */
export const silentObserver: Observer = { note: () => {} }
