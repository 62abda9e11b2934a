import { join } from 'node:path'
import { freePorts } from '../../support/cli.ts'
import { generateToTheEnd } from '../support/client.ts'
import { requestOf } from '../support/fate.ts'
import type { Ending } from '../support/judge.ts'
import { withFolder } from '../../support/left-behind.ts'
import type { Provider } from '../support/provider.ts'
import { type Death, startServer } from '../support/server.ts'
import type { Way } from './ways.ts'

/** One store, and the deaths of the servers on it, one after the other. The last server lives. */
export interface Case {
  way: Way
  deaths: readonly Death[]
  /** Of its first generation; it makes `GENERATIONS` for each death. */
  firstNumber: number
}

/** New generations for each life of a server: a step is passed twice without waiting for another death. */
const GENERATIONS = 2
const DIES_WITHIN_MS = 30_000
const ENDS_WITHIN_MS = 60_000

export interface CaseResult {
  endings: Ending[]
  /** Steps that were never passed, so that the server did not die there. */
  missed: Death[]
}

/** How many numbers a case takes. */
export function numbersOf({ deaths }: Pick<Case, 'deaths'>): number {
  return deaths.length * GENERATIONS
}

/** Lives through all deaths, and follows every generation to its end. */
export async function runCase(provider: Provider, { way, deaths, firstNumber }: Case): Promise<CaseResult> {
  return withFolder(async (directory) => {
    const [port = 0] = await freePorts(1)
    const place = {
      port,
      falUrl: provider.url,
      directory: join(directory, 'data'),
      hasArchive: way.hasArchive ?? false,
    }
    const clients: Promise<Ending>[] = []
    const missed: Death[] = []
    let number = firstNumber
    for (const death of deaths) {
      const { url, program } = await startServer({ ...place, death })
      for (let count = 0; count < GENERATIONS; count++)
        clients.push(
          generateToTheEnd({
            url,
            request: requestOf(number++, way.fate),
            cancel: way.isCancelled ? 'in-queue' : undefined,
            recovers: way.fate.isResultUnreadable ?? false,
            deadline: performance.now() + ENDS_WITHIN_MS * deaths.length,
          }),
        )
      const timer = setTimeout(() => {
        missed.push(death)
        void program.kill()
      }, DIES_WITHIN_MS)
      await program.exited
      clearTimeout(timer)
    }
    const { program } = await startServer(place)
    const endings = await Promise.all(clients)
    await program.end()
    return { endings, missed }
  })
}
