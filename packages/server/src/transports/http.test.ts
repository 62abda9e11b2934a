import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { request as httpRequest } from 'node:http'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { MediaStorage } from '@pika-kit/core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { generate, postGraphql } from '../test-support/graphql-request.ts'
import { createStagedGateway } from '../test-support/staged-gateway.ts'
import { createTestServer, type TestServer } from '../testing.ts'

const storage: MediaStorage = {
  createTicket: async () => {
    throw new Error('SECRET: the storage password is hunter2')
  },
  store: async () => ({ url: 'https://storage.example/1' }),
}
const notes: string[] = []

let server: TestServer
let studio: string
beforeAll(async () => {
  studio = await mkdtemp(join(tmpdir(), 'pika-kit-studio-'))
  await mkdir(join(studio, 'dist', 'assets'), { recursive: true })
  await writeFile(join(studio, 'dist', 'index.html'), '<!doctype html><title>Studio</title>')
  await writeFile(join(studio, 'dist', 'assets', 'app-1a2b.js'), 'export {}')
  await writeFile(join(studio, 'secret.txt'), 'not yours')
  server = await createTestServer({
    gateway: createStagedGateway(),
    storage,
    studioDirectory: join(studio, 'dist'),
    allowedOrigins: ['https://app.example'],
    limits: { requestBytes: 40_000, uploadBytes: 20_000 },
    observer: {
      note: (level, message, facts) => void notes.push(`${level} ${message} ${JSON.stringify(facts)}`),
    },
  })
})
afterAll(async () => {
  await server.close()
  await rm(studio, { recursive: true, force: true })
})

const get = (path: string, headers: Record<string, string> = {}) => fetch(server.url + path, { headers })
const post = (body: string | ReadableStream, headers: Record<string, string>) =>
  fetch(`${server.url}/graphql`, { method: 'POST', headers, body, duplex: 'half' } as RequestInit)
const json = { 'content-type': 'application/json' }
const TYPENAME = JSON.stringify({ query: '{ viewer { id } }' })

/** Sends a path as it is: `fetch` would tidy it first. */
const getRaw = (path: string, headers: Record<string, string> = {}) =>
  new Promise<{ status: number; body: string }>((resolve, reject) => {
    httpRequest(new URL(server.url), { path, headers, agent: false }, (response) => {
      let body = ''
      response.setEncoding('utf8').on('data', (part: string) => {
        body += part
      })
      response.on('end', () => resolve({ status: response.statusCode ?? 0, body }))
    })
      .on('error', reject)
      .end()
  })

describe('paths', () => {
  test('health and readiness', async () => {
    expect(await (await get('/health')).json()).toEqual({ status: 'ok', provider: 'fal' })
    expect(await (await get('/ready')).json()).toEqual({ status: 'ready' })
  })

  test('metrics count generations, operations and subscribers', async () => {
    await generate(server.url)
    const response = await get('/metrics')
    expect(response.headers.get('content-type')).toContain('text/plain')
    const page = await response.text()
    expect(page).toMatch(/^pika_generations\{status="(SUBMITTING|IN_QUEUE)"\} 1$/m)
    expect(page).toMatch(/^pika_graphql_operations_total\{kind="execute"\} \d+$/m)
    expect(page).toMatch(/^pika_subscribers 0$/m)
  })

  test('a browser gets GraphiQL', async () => {
    const response = await get('/graphql', { accept: 'text/html' })
    expect(response.status).toBe(200)
    expect(await response.text()).toContain('Pika Kit')
  })

  test('the Studio: the page is asked for again, files with a hash are not', async () => {
    const page = await get('/')
    expect(await page.text()).toContain('Studio')
    expect(page.headers.get('cache-control')).toBe('no-cache')
    expect(page.headers.get('content-security-policy')).toBe("frame-ancestors 'self'")
    const script = await get('/assets/app-1a2b.js')
    expect(script.headers.get('content-type')).toContain('text/javascript')
    expect(script.headers.get('cache-control')).toContain('immutable')
  })

  test.each([
    '/../secret.txt',
    '/..%2fsecret.txt',
    '/%2e%2e/secret.txt',
    '/assets/..%2f..%2fsecret.txt',
    '/%00',
    '/%',
    '/..\\secret.txt',
    '//secret.txt',
    '//',
    '/assets',
  ])('nothing outside of the folder: %s', async (path) => {
    const { status, body } = await getRaw(path)
    expect(body).not.toContain('not yours')
    expect([200, 400, 404]).toContain(status)
  })

  test('an address that the Studio reads itself is its page', async () => {
    expect(await (await get('/library', { accept: 'text/html' })).text()).toContain('Studio')
    expect((await get('/library.png', { accept: 'text/html,*/*' })).status).toBe(404)
  })

  test('what is not there says so as GraphQL clients expect it', async () => {
    const response = await get('/nothing')
    expect(response.status).toBe(404)
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'NOT_FOUND' } }] })
  })
})

describe('who may ask', () => {
  test('the page of another origin may not', async () => {
    for (const origin of ['https://evil.example', 'null', `${server.url}.evil.example`]) {
      const response = await post(TYPENAME, { ...json, origin })
      expect(response.status, origin).toBe(403)
      expect(response.headers.get('access-control-allow-origin')).toBeNull()
    }
  })

  test('its own page and programs may', async () => {
    expect((await post(TYPENAME, { ...json, origin: server.url })).status).toBe(200)
    expect((await post(TYPENAME, json)).status).toBe(200)
  })

  test('an allowed page may, and its browser is told so', async () => {
    const preflight = await fetch(`${server.url}/graphql`, {
      method: 'OPTIONS',
      headers: {
        origin: 'https://app.example',
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'content-type',
      },
    })
    expect(preflight.headers.get('access-control-allow-origin')).toBe('https://app.example')
    const response = await post(TYPENAME, { ...json, origin: 'https://app.example' })
    expect(response.status).toBe(200)
    expect(response.headers.get('access-control-allow-origin')).toBe('https://app.example')
  })

  test('a name that somebody else pointed at this machine is refused', async () => {
    expect(await getRaw('/health', { host: 'rebound.evil.example' })).toMatchObject({ status: 403 })
    expect(await getRaw('/health', { host: 'localhost:4000' })).toMatchObject({ status: 200 })
    // fal's webhooks come by the name of a tunnel: 405 is of the webhook's own route.
    expect(await getRaw('/webhooks/fal/token', { host: 'tunnel.example' })).toMatchObject({ status: 405 })
  })

  test('a mutation by GET is refused', async () => {
    const query = encodeURIComponent(
      'mutation { generateTextToVideo(input: { prompt: "x" }) { __typename } }',
    )
    expect((await get(`/graphql?query=${query}`, { accept: 'application/json' })).status).toBe(405)
  })
})

describe('how much may be asked', () => {
  const large = JSON.stringify({ query: `{ viewer { id } } # ${'x'.repeat(40_000)}` })

  test('a body over the limit, said or not', async () => {
    expect((await post(large, json)).status).toBe(413)
    expect((await post(new Blob([large]).stream(), json)).status).toBe(413)
    expect((await post(new Blob([TYPENAME]).stream(), json)).status).toBe(200)
  })

  test('bodies that a page can send without asking', async () => {
    for (const type of ['text/plain', 'application/x-www-form-urlencoded']) {
      const response = await post(TYPENAME, { 'content-type': type })
      expect(response.status, type).toBe(415)
      expect(await response.json()).toMatchObject({
        errors: [{ extensions: { code: 'UNSUPPORTED_MEDIA_TYPE' } }],
      })
    }
  })

  test('a batch', async () => {
    expect((await post(`[${TYPENAME},${TYPENAME}]`, json)).status).toBe(400)
  })

  test('nesting, fields by alias, fields by fragment, tokens', async () => {
    const deep = `{ generations(first: 1) { edges { node { ${'retryOf { '.repeat(15)} id ${'}'.repeat(15)} } } } }`
    const wide = `{ ${Array.from({ length: 401 }, (_, index) => `v${index}: viewer { id }`).join(' ')} }`
    // Each fragment spreads the next one twice: a small text that asks for 2^10 times as much.
    const doubling = Array.from(
      { length: 10 },
      (_, index) => `fragment f${index} on Query { ...f${index + 1} ... on Query { ...f${index + 1} } }`,
    )
    const multiplied = `{ ...f0 } ${doubling.join(' ')} fragment f10 on Query { viewer { id } }`
    const long = `{ ${'viewer { id } '.repeat(1_100)} }`
    for (const [query, message] of [
      [deep, /nests \d+ deep, and 16 is the limit/],
      [wide, /asks for \d+ fields, and 800 is the limit/],
      [multiplied, /asks for \d+ fields, and 800 is the limit/],
      [long, /token/i],
    ] as const) {
      const { data, errors } = await postGraphql(server.url, query)
      expect(data ?? null).toBeNull()
      expect(errors?.map((error) => error.message).join('\n')).toMatch(message)
      expect(errors?.[0]?.extensions?.code).toEqual(expect.any(String))
    }
  })

  test('introspection as tools send it is within the limits', async () => {
    const { getIntrospectionQuery } = await import('graphql')
    const { errors, data } = await postGraphql(server.url, getIntrospectionQuery())
    expect(errors).toBeUndefined()
    expect(data?.['__schema']).toBeDefined()
  })
})

describe('errors', () => {
  test('each has a code', async () => {
    for (const [query, code] of [
      ['{ nonsense }', 'GRAPHQL_VALIDATION_FAILED'],
      ['{ viewer', 'GRAPHQL_PARSE_FAILED'],
    ] as const) {
      expect((await postGraphql(server.url, query)).errors?.[0]?.extensions?.code).toBe(code)
    }
  })

  test('what went wrong inside is told to the operator and not to the viewer', async () => {
    const answer = await postGraphql(
      server.url,
      'mutation { createUpload(input: { fileName: "a.png", contentType: "image/png", size: 1 }) { __typename } }',
    )
    expect(answer.errors?.[0]).toMatchObject({
      message: 'Unexpected error.',
      extensions: { code: 'INTERNAL_SERVER_ERROR' },
    })
    expect(JSON.stringify(answer)).not.toContain('hunter2')
    expect(notes.some((note) => note.startsWith('error a resolver failed') && note.includes('hunter2'))).toBe(
      true,
    )
  })
})

test('the Fetch handler takes a request that was made in this process', async () => {
  const request = new Request('http://localhost/graphql', { method: 'POST', headers: json, body: TYPENAME })
  expect(await (await server.fetch(request)).json()).toEqual({ data: { viewer: { id: 'local' } } })
})

test('a client that speaks no HTTP is cut off, and the server lives', async () => {
  const { port } = new URL(server.url)
  for (const text of [
    'nonsense\r\n\r\n',
    'GET // HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n',
  ]) {
    await new Promise<void>((resolve) => {
      const socket = connect(Number(port), '127.0.0.1', () => socket.write(text))
      socket.on('error', () => {}).on('close', () => resolve())
      socket.resume()
    })
  }
  expect((await get('/health')).status).toBe(200)
})
