import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { sampleVideo } from '@pika-kit/core/conformance'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { generate, postGraphql } from '../test-support/graphql-request.ts'
import { event, json, startScriptedFal, stream } from '../test-support/scripted-fal.ts'

const CLI = fileURLToPath(new URL('./pika-kit.ts', import.meta.url))

let directory: string
const children: ChildProcess[] = []
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'pika-kit-cli-'))
})
afterEach(async () => {
  for (const child of children.splice(0)) {
    if (child.exitCode !== null || child.signalCode !== null) continue
    child.kill('SIGKILL')
    await once(child, 'exit')
  }
  await rm(directory, { recursive: true, force: true })
})

interface Run {
  child: ChildProcess
  /** Resolves with everything printed so far as soon as it matches. */
  printed(pattern: RegExp): Promise<string>
  ended: Promise<{ code: number | null; output: string; errors: string }>
}

function run(args: string[], variables: Record<string, string> = {}): Run {
  const child = spawn(process.execPath, ['--conditions=@pika-kit/source', CLI, ...args], {
    env: { PATH: process.env['PATH'], DATA_DIR: directory, ...variables },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  children.push(child)
  let output = ''
  let errors = ''
  child.stderr.setEncoding('utf8').on('data', (part: string) => {
    errors += part
  })
  child.stdout.setEncoding('utf8').on('data', (part: string) => {
    output += part
  })
  const ended = once(child, 'close').then(([code]) => ({ code: code as number | null, output, errors }))
  return {
    child,
    ended,
    printed: (pattern) =>
      new Promise((resolve, reject) => {
        const look = () => pattern.test(output) && resolve(output)
        child.stdout.on('data', look)
        void ended.then(() => reject(new Error(`it ended: ${output}${errors}`)))
        look()
      }),
  }
}

/** A service that nothing asks for anything here. */
const elsewhere = { PORT: '0', FAL_BASE_URL: 'http://127.0.0.1:9' }

test('says what it is', async () => {
  const [help, version] = await Promise.all([run(['--help']).ended, run(['--version']).ended])
  expect(help).toMatchObject({ code: 0, errors: '' })
  for (const name of [
    'PORT',
    'FAL_KEY',
    'FAL_BASE_URL',
    'DATABASE_URL',
    'DATA_DIR',
    'PUBLIC_URL',
    'LOG_LEVEL',
  ])
    expect(help.output).toContain(name)
  expect(version.output).toMatch(/^\d+\.\d+\.\d+\n$/)
})

test('starts, says where it is, keeps its folder to itself, and ends on a signal', async () => {
  const first = run([], elsewhere)
  const output = await first.printed(/Data .*\n/)
  expect(output).toContain('Provider  http://127.0.0.1:9')
  const url = /GraphQL +(http:\/\/localhost:\d+)\/graphql/.exec(output)?.[1] ?? ''
  expect(await postGraphql(url, '{ viewer { id } }')).toMatchObject({ data: { viewer: { id: 'local' } } })

  const second = await run([], elsewhere).ended
  expect(second).toMatchObject({ code: 1, output: '' })
  expect(second.errors).toContain('is in use by another Pika Kit: stop that one, or set DATA_DIR')

  first.child.kill('SIGTERM')
  expect((await first.ended).code).toBe(0)
})

test('a killed process loses nothing: the next one goes on, with one submission in all', async () => {
  const fal = await startScriptedFal()
  fal.on('POST', /text-to-video/, json(200, { request_id: 'req-1' }))
  fal.on('GET', /\/status\/stream/, stream([event({ status: 'IN_PROGRESS', logs: [] })], 'silence'))
  const start = async () => {
    const started = run([], { PORT: '0', FAL_BASE_URL: fal.url, LOG_LEVEL: 'silent' })
    const output = await started.printed(/Data .*\n/)
    return { ...started, url: /GraphQL +(http:\/\/localhost:\d+)\/graphql/.exec(output)?.[1] ?? '' }
  }
  const read = async (url: string, id: string) =>
    (await postGraphql(url, `{ generation(id: "${id}") { status video { isArchived } } }`)).data?.[
      'generation'
    ]

  const first = await start()
  const id = await generate(first.url)
  await expect.poll(() => read(first.url, id)).toEqual({ status: 'IN_PROGRESS', video: null })
  first.child.kill('SIGKILL')
  await first.ended
  fal.on('GET', /\/status\/stream/, stream([event({ status: 'COMPLETED', logs: [] })]))
  fal.on('GET', /\/requests\/req-1$/, json(200, { video: { url: `${fal.url}/1.mp4` } }))
  fal.on('GET', /\/1\.mp4$/, (response) => void response.end(sampleVideo(9_000)))
  const second = await start()
  await expect.poll(() => read(second.url, id)).toEqual({ status: 'COMPLETED', video: { isArchived: true } })
  expect(fal.count('POST', /text-to-video/)).toBe(1)
  second.child.kill('SIGTERM')
  expect((await second.ended).code).toBe(0)
  await fal.close()
})

test('says what to mend when it cannot start', async () => {
  const taken = createServer().listen(0, '127.0.0.1')
  await once(taken, 'listening')
  const { port } = taken.address() as AddressInfo
  const [wrong, busy, open] = await Promise.all([
    run([], { PORT: 'web', FAL_KEY: 'canary: x' }).ended,
    run([], { ...elsewhere, PORT: String(port) }).ended,
    run([], { ...elsewhere, HOST: '0.0.0.0', DATA_DIR: join(directory, 'open') }).ended,
  ])
  taken.close()
  expect(wrong).toMatchObject({ code: 1 })
  expect(wrong.errors).toContain('PORT="web" is not a port: use a number from 0 to 65535')
  expect(wrong.errors).not.toContain('canary')
  expect(busy.code).toBe(1)
  expect(busy.errors).toMatch(new RegExp(`${port}.*set PORT`, 's'))
  expect(open.code).toBe(1)
  expect(open.errors).toContain('nobody authenticates there')
  for (const { errors } of [wrong, busy, open]) expect(errors).not.toMatch(/^\s+at /m)
})
