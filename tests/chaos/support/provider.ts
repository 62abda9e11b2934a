import type { LedgerEntry } from '@pika-kit/emulator'
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
    end: () => program.end(),
  }
}
