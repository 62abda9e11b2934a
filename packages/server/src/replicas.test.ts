// Two servers on one PostgreSQL, as behind a load balancer.
import { generateKeyPairSync } from 'node:crypto'
import { createClient } from 'graphql-ws'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { createPikaServer, type PikaServer } from './create-server.ts'
import { deliverWebhook, JWKS, keysOf } from './test-support/fal-webhook.ts'
import { generate, postGraphql } from './test-support/graphql-request.ts'
import { createPostgresSchema, type PostgresSchema, postgresUrl } from './test-support/postgres-schema.ts'
import { event, json, startScriptedFal, stream } from './test-support/scripted-fal.ts'
import { createStagedGateway, type StagedGateway } from './test-support/staged-gateway.ts'

const timing = { lease: 1_500, sweep: 100 }

describe.skipIf(!postgresUrl)('two replicas on one PostgreSQL', () => {
  let schema: PostgresSchema
  let gateway: StagedGateway
  let replicas: { server: PikaServer; url: string }[]
  const start = async () => {
    const server = await createPikaServer({
      fal: { key: 'test' },
      database: { url: schema.url },
      gateway,
      timing,
    })
    return { server, ...(await server.listen(0)) }
  }
  const [here, there] = [() => replicas[0]!, () => replicas[1]!]
  const statusAt = async ({ url }: { url: string }, id: string) =>
    (await postGraphql(url, `{ generation(id: "${id}") { status } }`)).data?.['generation']

  beforeEach(async () => {
    schema = await createPostgresSchema()
    gateway = createStagedGateway()
    replicas = [await start(), await start()]
  })
  afterEach(async () => {
    await Promise.all(replicas.map(({ server }) => server.close()))
    await schema.close()
  })

  test('a watcher at one sees the whole life of what the other one follows', async () => {
    const id = await generate(here().url)
    const client = createClient({
      url: `${there().url.replace('http', 'ws')}/graphql`,
      webSocketImpl: WebSocket,
      retryAttempts: 0,
    })
    const statuses: string[] = []
    const updates = client.iterate<{ generationUpdated: { status: string } }>({
      query: `subscription { generationUpdated(id: "${id}") { status } }`,
    })
    for await (const { data } of updates) {
      const status = data?.generationUpdated.status ?? 'none'
      if (statuses.at(-1) !== status) statuses.push(status)
      if (status === 'IN_QUEUE')
        gateway.tell('request-1', { status: 'IN_PROGRESS', queuePosition: null, logs: [] })
      if (status === 'IN_PROGRESS')
        gateway.tell('request-1', { status: 'FINISHED', queuePosition: null, logs: [] })
    }
    await client.dispose()
    // Passed at the other one and heard here: the submission, the queue and the end.
    expect(statuses).toEqual(expect.arrayContaining(['IN_QUEUE', 'IN_PROGRESS']))
    expect(statuses.at(-1)).toBe('COMPLETED')
  })

  test('each generation is submitted once, and followed by one of them', async () => {
    const ids = await Promise.all(
      Array.from({ length: 40 }, (_, number) =>
        generate((number % 2 ? here() : there()).url, `film ${number}`),
      ),
    )
    for (const id of ids) await expect.poll(() => statusAt(here(), id)).toMatchObject({ status: 'IN_QUEUE' })
    expect(gateway.submissions).toHaveLength(40)
    expect(gateway.followed.size).toBe(40)
    expect([...gateway.followed.values()].every((followers) => followers === 1)).toBe(true)
  })

  test('what a replica leaves goes on at the other, with no second submission', async () => {
    const id = await generate(here().url)
    await expect.poll(() => statusAt(there(), id)).toMatchObject({ status: 'IN_QUEUE' })
    await here().server.close()
    gateway.tell('request-1', { status: 'FINISHED', queuePosition: null, logs: [] })
    await expect.poll(() => statusAt(there(), id)).toMatchObject({ status: 'COMPLETED' })
    expect(gateway.submissions).toHaveLength(1)
  })
})

test.skipIf(!postgresUrl)(
  'the requests of a generation are told where it was followed, also when its webhook came in elsewhere',
  async () => {
    const schema = await createPostgresSchema()
    const fal = await startScriptedFal()
    const { privateKey, publicKey } = generateKeyPairSync('ed25519')
    let webhook = ''
    fal.on('GET', JWKS, json(200, keysOf(publicKey)))
    fal.on('POST', /text-to-video/, (response, seen) => {
      webhook = new URL(seen.url, fal.url).searchParams.get('fal_webhook') ?? ''
      json(200, { request_id: 'request-1', queue_position: 0 })(response, seen)
    })
    fal.on('GET', /\/status\/stream/, stream([event({ status: 'IN_PROGRESS', logs: [] })], 'silence'))
    const options = { fal: { key: 'test', baseUrl: fal.url }, database: { url: schema.url } }
    const servers = [await createPikaServer(options), await createPikaServer(options)] as const
    const [here, there] = await Promise.all(servers.map((server) => server.listen(0)))
    const id = await generate(here!.url)
    const status = async () =>
      (await postGraphql(there!.url, `{ generation(id: "${id}") { status } }`)).data?.['generation']
    await expect.poll(status).toEqual({ status: 'IN_PROGRESS' })

    const payload = { video: { url: 'https://v3b.fal.media/files/b/word/out.mp4' } }
    const body = { request_id: 'request-1', status: 'OK', payload }
    const elsewhere = webhook.replace(here!.url, there!.url)
    expect((await deliverWebhook(elsewhere, { body, key: privateKey })).status).toBe(200)
    expect(await status()).toEqual({ status: 'COMPLETED' })
    const told = async (url: string) =>
      /pika_upstream_requests_per_generation_sum.* (\d+)/.exec(
        await (await fetch(`${url}/metrics`)).text(),
      )?.[1]
    await expect.poll(() => told(here!.url)).toBe('2')
    expect(await told(there!.url)).toBeUndefined()
    await Promise.all(servers.map((server) => server.close()))
    await fal.close()
    await schema.close()
  },
)
