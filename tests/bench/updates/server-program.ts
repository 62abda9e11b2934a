// This server, between the emulator and its watchers.
import { rmSync } from 'node:fs'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createPikaServer } from '@pika-kit/server'
import { answerCalls, type Calls } from '../process/calls.ts'

export interface ServerCalls extends Calls {
  /** Answers where it listens. */
  start(falBaseUrl: string): Promise<string>
}

answerCalls({
  async start(baseUrl) {
    const directory = await mkdtemp(join(tmpdir(), 'pika-bench-'))
    process.once('exit', () => rmSync(directory, { recursive: true, force: true }))
    const pika = await createPikaServer({ fal: { key: 'bench', baseUrl }, database: { directory } })
    return (await pika.listen(0)).url
  },
} satisfies ServerCalls)
