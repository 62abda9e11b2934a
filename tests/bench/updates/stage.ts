import { startProgram } from '../process/calls.ts'
import type { EmulatorCalls } from './emulator-program.ts'
import type { ServerCalls } from './server-program.ts'
import { throughFalClient, throughThisServer, type Way } from './ways.ts'

export interface Stage {
  ways: readonly [ours: Way, polling: Way, streaming: Way]
  written(): Promise<Awaited<ReturnType<EmulatorCalls['written']>>>
  /** Requests to fal's queue since it was asked last. */
  requests(): Promise<number>
  end(): Promise<void>
}

/** Starts an emulator, a server of ours before it, and the ways to both. */
export async function openStage(lines: number): Promise<Stage> {
  const emulator = startProgram<EmulatorCalls>(new URL('./emulator-program.ts', import.meta.url))
  const server = startProgram<ServerCalls>(new URL('./server-program.ts', import.meta.url))
  const end = async () => {
    await server.end()
    await emulator.end()
  }
  try {
    const falUrl = await emulator.call('start', { lines, concurrency: 3 })
    const serverUrl = await server.call('start', falUrl)
    return {
      ways: [
        throughThisServer(serverUrl),
        throughFalClient(falUrl, 'polling'),
        throughFalClient(falUrl, 'streaming'),
      ],
      written: () => emulator.call('written'),
      requests: () => emulator.call('requests'),
      end,
    }
  } catch (error) {
    await end()
    throw error
  }
}
