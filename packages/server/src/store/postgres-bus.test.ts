import { describeBus } from '@pika-kit/core/conformance'
import { sampleGeneration } from '@pika-kit/core/testing'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import {
  createPostgresSchema,
  type PostgresSchema,
  postgresUrl,
  runOnPostgres,
} from '../test-support/postgres-schema.ts'
import { type OpenStore, openStore } from './open-store.ts'

const owner = 'here'
const stored = { type: 'status-changed', status: 'SUBMITTING' } as const
/** Ends the connections that listen there, as a failing network or a restart of the database does. */
const CUT = `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'pika-kit listens at there'`

describe.skipIf(!postgresUrl)('PostgreSQL', () => {
  describeBus('the bus of a replica', async () => {
    const schema = await createPostgresSchema()
    const opened = await openStore({ url: schema.url })
    return {
      bus: opened.bus,
      async close() {
        await opened.close()
        await schema.close()
      },
    }
  })

  describe('between two replicas', () => {
    let schema: PostgresSchema
    let here: OpenStore
    let there: OpenStore
    beforeEach(async () => {
      schema = await createPostgresSchema()
      here = await openStore({ url: schema.url }, { replica: 'here' })
      there = await openStore({ url: schema.url }, { replica: 'there' })
    })
    afterEach(async () => {
      await here.close()
      await there.close()
      await schema.close()
    })

    test('what one stores, watchers at the other hear: of the generation, and of its viewer', async () => {
      const ofGeneration = there.bus.subscribe({ generationId: 'gen_1' })
      const ofViewer = there.bus.subscribe({ viewerId: 'ada' })
      const ofAnother = there.bus.subscribe({ viewerId: 'eve' })
      await here.store.insert(sampleGeneration(), [stored], owner)
      expect((await ofGeneration.next()).value).toMatchObject({ id: 'gen_1', revision: 1 })
      expect((await ofViewer.next()).value).toMatchObject({ id: 'gen_1', revision: 1 })
      await here.store.update(sampleGeneration({ revision: 2, status: 'IN_QUEUE' }), [], 2_000)
      expect((await ofGeneration.next()).value).toMatchObject({ status: 'IN_QUEUE', revision: 2 })
      await here.store.insert(sampleGeneration({ id: 'gen_2', viewerId: 'eve' }), [stored], owner)
      // Told after all of Ada's: had any of hers come here, it would come first.
      expect((await ofAnother.next()).value).toMatchObject({ id: 'gen_2', viewerId: 'eve' })
      await Promise.all([ofGeneration.return?.(), ofViewer.return?.(), ofAnother.return?.()])
    })

    test('a change that was rolled back is no news', async () => {
      const ofViewer = there.bus.subscribe({ viewerId: 'ada' })
      await here.store.insert(sampleGeneration(), [stored], owner)
      expect((await ofViewer.next()).value).toMatchObject({ revision: 1 })
      // The same revision again loses its race, and is told to nobody.
      expect(await here.store.update(sampleGeneration({ revision: 1, status: 'FAILED' }), [], 2_000)).toBe(
        false,
      )
      await here.store.update(sampleGeneration({ revision: 2, status: 'IN_PROGRESS' }), [], 3_000)
      expect((await ofViewer.next()).value).toMatchObject({ status: 'IN_PROGRESS', revision: 2 })
      await ofViewer.return?.()
    })

    test('what happened while the connection was gone is heard when it is back', async () => {
      await here.store.insert(sampleGeneration(), [stored], owner)
      const ofGeneration = there.bus.subscribe({ generationId: 'gen_1' })
      const ofViewer = there.bus.subscribe({ viewerId: 'ada' })
      await runOnPostgres(CUT)
      await here.store.update(sampleGeneration({ revision: 2, status: 'IN_QUEUE' }), [], 2_000)
      await here.store.insert(sampleGeneration({ id: 'gen_2' }), [stored], owner)
      const heard = new Map<string, number>()
      for (const changes of [ofGeneration, ofViewer]) {
        while (!(heard.get('gen_1') === 2 && (changes === ofGeneration || heard.has('gen_2')))) {
          const { value } = await changes.next()
          heard.set(value.id, value.revision)
        }
      }
      expect(heard).toEqual(
        new Map([
          ['gen_1', 2],
          ['gen_2', 1],
        ]),
      )
      await Promise.all([ofGeneration.return?.(), ofViewer.return?.()])
    })

    test('a burst of changes is heard by its newest state', async () => {
      await here.store.insert(sampleGeneration(), [stored], owner)
      const ofGeneration = there.bus.subscribe({ generationId: 'gen_1' })
      for (let revision = 2; revision <= 100; revision++) {
        await here.store.update(sampleGeneration({ revision, queuePosition: revision }), [], revision)
      }
      let newest = 0
      while (newest < 100) {
        const { value } = await ofGeneration.next()
        expect(value.revision).toBeGreaterThan(newest)
        newest = value.revision
      }
      await ofGeneration.return?.()
    })
  })
})
