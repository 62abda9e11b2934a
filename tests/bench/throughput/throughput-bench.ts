import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { DatabaseLocation } from '@pika-kit/server'
import { hasDatabase, withDatabase } from '../../support/database.ts'
import type { Bench, Findings, Row, Settings } from '../bench.ts'
import { startProgram } from '../process/calls.ts'
import { median } from '../report/numbers.ts'
import { type GraphqlRequest, type Load, load } from './load.ts'
import type { SideCalls } from './side.ts'

const GENERATE = `mutation ($prompt: String!) {
  generateTextToVideo(input: { prompt: $prompt }) { ... on GenerateSuccess { generation { id status } } }
}`
const generate: GraphqlRequest = {
  query: GENERATE,
  variables: { prompt: 'A paper boat crosses a puddle at dusk' },
}
const FIELDS =
  'id status revision createdAt completedAt operation { id title } video { url width height duration } error { message }'

const HELLO = 'Yoga, hello world'
const EMBEDDED = 'this server, embedded store'
const POSTGRES = 'this server, PostgreSQL'

/** How many generations each page of the list has, and are there when it begins. */
const PAGE = 20

/** What is asked of ours; the first also of Yoga, in its own words. */
const operations: readonly { name: string; request(id: string): GraphqlRequest }[] = [
  { name: 'the smallest query', request: () => ({ query: '{ viewer { id } }' }) },
  {
    name: 'one generation',
    request: (id) => ({ query: `query ($id: ID!) { generation(id: $id) { ${FIELDS} } }`, variables: { id } }),
  },
  {
    name: `a list of ${PAGE}`,
    request: () => ({ query: `{ generations(first: ${PAGE}) { edges { cursor node { ${FIELDS} } } } }` }),
  },
  { name: 'a mutation, and the life of its generation', request: () => generate },
]

interface Measured extends Load {
  cpuMicrosecondsPerRequest: number
}

/** Plain queries and mutations over HTTP. */
export const throughputBench: Bench = {
  name: 'throughput',
  says: 'queries and mutations over HTTP on both stores, beside a bare Yoga',
  rounds: 5,
  run: (settings) =>
    // A test does not install a database.
    settings.isQuick && !hasDatabase
      ? measureSides(settings, null)
      : withDatabase((url) => measureSides(settings, url)),
}

async function measureSides(
  { rounds, isQuick, note }: Settings,
  postgresUrl: string | null,
): Promise<Findings> {
  const directory = await mkdtemp(join(tmpdir(), 'pika-bench-'))
  const opened: Awaited<ReturnType<typeof openSide>>[] = []
  try {
    opened.push(await openSide(HELLO, './yoga-program.ts', null))
    opened.push(await openSide(EMBEDDED, './pika-program.ts', { directory }))
    if (postgresUrl !== null) opened.push(await openSide(POSTGRES, './pika-program.ts', { url: postgresUrl }))
    const milliseconds = isQuick ? 100 : 1_500
    const found = new Map<string, Measured[]>()
    // The first round lets every side warm up, and is not counted.
    for (let round = isQuick ? 1 : 0; round <= rounds; round++) {
      note(round === 0 ? 'warming up' : `round ${round} of ${rounds}`)
      for (const { name, request } of operations)
        for (const place of opened.keys()) {
          const side = opened[(place + round) % opened.length] as (typeof opened)[number]
          const asked = side.name === HELLO ? { query: '{ hello }' } : request(side.id)
          if (side.name === HELLO && name !== operations[0]?.name) continue
          const measured = await side.measure(asked, milliseconds)
          if (round > 0) found.set(name + side.name, [...(found.get(name + side.name) ?? []), measured])
        }
    }
    const medianOf = (key: string, of: keyof Measured) => median((found.get(key) ?? []).map((one) => one[of]))
    const measured = operations.flatMap(({ name }) =>
      opened.flatMap((side) =>
        found.has(name + side.name) ? [{ name, server: side.name, key: name + side.name }] : [],
      ),
    )
    return {
      tables: [
        {
          title: 'Requests on 32 connections',
          rows: measured.map(({ name, server, key }): Row => ({
            asked: name,
            server,
            'requests/s': medianOf(key, 'requestsPerSecond'),
            'CPU µs per request': medianOf(key, 'cpuMicrosecondsPerRequest'),
            'p50 ms': medianOf(key, 'medianMilliseconds'),
            'p99 ms': medianOf(key, 'p99Milliseconds'),
          })),
        },
      ],
      charts: [
        {
          name: 'throughput',
          title: 'Requests over HTTP',
          unit: 'a second, more is better',
          groups: operations.map(({ name }) => ({
            label: name,
            bars: measured
              .filter((one) => one.name === name)
              .map(({ server, key }) => ({
                label: server,
                value: medianOf(key, 'requestsPerSecond'),
                isOurs: server !== HELLO,
              })),
          })),
        },
      ],
    }
  } finally {
    await Promise.all(opened.map(({ end }) => end()))
    await rm(directory, { recursive: true, force: true })
  }
}

async function openSide(name: string, program: string, database: DatabaseLocation | null) {
  const { call, end } = startProgram<SideCalls>(new URL(program, import.meta.url))
  const url = await call('start', database)
  return {
    name,
    end,
    id: database ? await fill(url) : '',
    async measure(request: GraphqlRequest, milliseconds: number): Promise<Measured> {
      const before = await call('cpuMicroseconds')
      const loaded = await load(url, request, milliseconds)
      return {
        ...loaded,
        cpuMicrosecondsPerRequest: ((await call('cpuMicroseconds')) - before) / loaded.requests,
      }
    },
  }
}

/** Stores a page of generations; answers the id of one. */
async function fill(url: string): Promise<string> {
  let id = ''
  for (let index = 0; index < PAGE; index++) {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(generate),
    })
    const { data } = (await response.json()) as {
      data: { generateTextToVideo: { generation: { id: string } } }
    }
    ;({ id } = data.generateTextToVideo.generation)
  }
  return id
}
