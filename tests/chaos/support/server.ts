import type { GenerationStep } from '@pika-kit/core'
import { type RunningProgram, startProgram } from './program.ts'

/** Where a server kills itself: at the n-th passing of a step. */
export interface Death {
  step: GenerationStep
  passing: number
}

export interface ServerOptions {
  port: number
  falUrl: string
  /** Of its store. */
  directory: string
  hasArchive?: boolean
  death?: Death | undefined
}

/** A server from its public entry, in a process of its own. */
export interface RunningServer {
  url: string
  program: RunningProgram
}

/** Starts one, and waits until it listens, or until it has died at its step: that may come first. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const program = startProgram(new URL('server-program.ts', import.meta.url), options, { isBuilt: true })
  if ((await program.firstLine) === null && (await program.exited) !== 'SIGKILL')
    throw new Error('the server of the chaos run did not start')
  return { url: `http://127.0.0.1:${options.port}`, program }
}
