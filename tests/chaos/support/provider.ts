import type { LedgerEntry } from '@pika-kit/emulator'
import { STREAMS_PATH } from './door.ts'
import { startProgram } from './program.ts'

export interface ProviderOptions {
  seed: number
  /** Where the emulator keeps its files. */
  directory: string
  /** Whether the whole service fails for everyone now and then, for a second or two. */
  hasStorms?: boolean
  /** How much faster than real the emulator's queue moves. */
  speed?: number
  concurrency?: number
}

/** The stand-in for fal of a chaos run. */
export interface Provider {
  url: string
  /** Everything that was accepted, and so paid. */
  ledger(): Promise<LedgerEntry[]>
  /** For each request how many status streams of it were open at once, at most. */
  streams(): Promise<Record<string, number>>
  end(): Promise<void>
}

/** Starts one in a process of its own: what happens to the server must not happen to it. */
export async function startProvider(options: ProviderOptions): Promise<Provider> {
  const program = startProgram(new URL('provider-program.ts', import.meta.url), options)
  const url = await program.firstLine
  if (url === null) throw new Error('the provider of the chaos run did not start')
  return {
    url,
    ledger: async () => (await (await fetch(`${url}/_emulator/requests`)).json()) as LedgerEntry[],
    streams: async () => (await (await fetch(`${url}${STREAMS_PATH}`)).json()) as Record<string, number>,
    end: () => program.end(),
  }
}
