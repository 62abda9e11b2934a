// Equal mutations at once, with one key: a double click, or a client that asked again before the answer came.
import { join } from 'node:path'
import { ask } from '../../support/answers.ts'
import { freePorts } from '../../support/cli.ts'
import type { Report } from '../report.ts'
import { NO_FAULT, readFate, requestOf } from '../support/fate.ts'
import { withFolder } from '../../support/left-behind.ts'
import { startProvider } from '../support/provider.ts'
import { startServer } from '../support/server.ts'

const EQUAL_REQUESTS = 100

export interface EqualResult {
  generations: number
  replayed: number
  submissions: number
}

/** The whole of it. */
export async function run(seed: number): Promise<Report> {
  const result = await runEqual(seed)
  const isKept =
    result.generations === 1 && result.replayed === EQUAL_REQUESTS - 1 && result.submissions === 1
  return {
    table: { [`${EQUAL_REQUESTS} equal mutations`]: { ...result } },
    broken: isKept ? [] : [`equal mutations: ${JSON.stringify(result)}`],
  }
}

/** 100 at once; with the right answers it is one generation, 99 replays and one submission. */
export async function runEqual(seed: number): Promise<EqualResult> {
  return withFolder(async (folder) => {
    const provider = await startProvider({ seed, directory: join(folder, 'provider') })
    const [port = 0] = await freePorts(1)
    const server = await startServer({ port, falUrl: provider.url, directory: join(folder, 'data') })
    const { number, mutation, inputType, input } = requestOf(0, NO_FAULT)
    const answers = await Promise.all(
      Array.from({ length: EQUAL_REQUESTS }, () =>
        ask(server.url, mutation, inputType, input, { idempotencyKey: 'equal' }),
      ),
    )
    const submissions = async () =>
      (await provider.ledger()).filter((entry) => readFate(entry.input)?.number === number).length
    // The answers do not wait for the submission; what comes twice comes at once, too.
    for (let look = 0; look < 100 && (await submissions()) === 0; look++)
      await new Promise((resolve) => setTimeout(resolve, 50))
    await server.program.end()
    const result = {
      generations: new Set(answers.map(({ result }) => result?.generation?.id)).size,
      replayed: answers.filter(({ result }) => result?.replayed === true).length,
      submissions: await submissions(),
    }
    await provider.end()
    return result
  })
}
