import { expect, test } from 'vitest'
import { hasDatabase } from '../../support/database.ts'
import { runReplicas } from './run.ts'

test.skipIf(!hasDatabase)(
  'three replicas, each restarted in turn and one killed, lose nothing, pay nothing twice, and tell every watcher all',
  async () => {
    const result = await runReplicas({ seed: 3, restarts: 3, kills: 1, clients: 8 })
    expect(result.findings).toEqual([])
    expect(result).toMatchObject({ paidTwice: 0, lost: 0, followedTwice: 0, misinformed: 0 })
    expect(result.restarts).toBe(3)
    // Otherwise it proves nothing.
    expect(result.orphans).toBeGreaterThan(0)
    expect(result.completed).toBeGreaterThan(5)
  },
)
