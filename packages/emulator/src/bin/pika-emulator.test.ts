import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'
import { createEmulator, scenarioDescriptions } from '../index.ts'
import { fakeRenderer } from '../testing/fake-renderer.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const cli = fileURLToPath(new URL('pika-emulator.ts', import.meta.url))

/** Runs Node on the sources, as a program that has nothing of vitest about it. */
function run(parameters: string[], environment: NodeJS.ProcessEnv = {}) {
  const child = spawn(process.execPath, ['--conditions=@pika-kit/source', ...parameters], {
    cwd: root,
    env: { ...process.env, NODE_OPTIONS: '', ...environment },
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  const output = { text: '' }
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (chunk: string) => (output.text += chunk))
  }
  return { child, output, ended: ended(child) }
}

async function ended(child: ChildProcess): Promise<{ code: number | null; signal: string | null }> {
  const [code, signal] = (await once(child, 'close')) as [number | null, string | null]
  return { code, signal }
}

test('the command listens where it says, takes its options, and ends cleanly on SIGTERM', async () => {
  const { child, output, ended } = run([cli, '--port', '0', '--scenario', 'rate-limit', '--speed', '20'])
  await expect.poll(() => /on (http:\S+),/.exec(output.text)?.[1], { timeout: 20_000 }).toBeTruthy()
  const url = /on (http:\S+),/.exec(output.text)?.[1] ?? ''
  const refused = await fetch(`${url}/queue/fal-ai/pika/v2.2/pikaframes`, {
    method: 'POST',
    headers: { authorization: 'Key any' },
    body: '{}',
  })
  expect(refused.status).toBe(429)
  child.kill('SIGTERM')
  await expect(ended).resolves.toEqual({ code: 0, signal: null })
})

test.each([
  [['--port', 'ninety'], '--port is "ninety": give a number'],
  [['--port', '70000'], 'port is 70000'],
  [['--scenario', 'bad-luck'], 'there is no scenario "bad-luck"; there are: lose-submit-reply'],
  [['--colour', 'red'], '--colour'],
])('a wrong option (%j) is named, with the mend', async (parameters, message) => {
  const { output, ended } = run([cli, ...parameters])
  await expect(ended).resolves.toMatchObject({ code: 1 })
  expect(output.text).toContain(message)
})

test('a taken port and a folder that cannot be used are one clear line each', async () => {
  const emulator = await createEmulator()
  onTestFinished(() => emulator.close())
  const taken = run([cli, '--port', new URL(emulator.url).port])
  await expect(taken.ended).resolves.toMatchObject({ code: 1 })
  expect(taken.output.text).toMatch(
    /^pika-emulator: port \d+ is in use: choose another \(0 takes a free one\)\nTry --help\.\n$/,
  )
  const file = run([cli, '--port', '0', '--data', cli])
  await expect(file.ended).resolves.toMatchObject({ code: 1 })
  expect(file.output.text).toContain(`the data folder ${cli} cannot be used: it is a file, or lies in one`)
})

test('the help names every option and every scenario', async () => {
  const { output, ended } = run([cli, '--help'])
  await expect(ended).resolves.toMatchObject({ code: 0 })
  for (const option of ['port', 'host', 'data', 'concurrency', 'speed', 'seed', 'scenario'])
    expect(output.text).toContain(`--${option} `)
  for (const { name } of scenarioDescriptions) expect(output.text).toContain(name)
})

const submission = JSON.stringify({ prompt: 'a kite' })
test.each([
  [
    'ES modules and the client',
    ['--import', '@pika-kit/emulator/register', '--input-type=module'],
    `import { fal } from '@fal-ai/client'
     const { request_id } = await fal.queue.submit('fal-ai/pika/v2.2/text-to-video', { input: ${submission} })
     console.log(request_id)`,
  ],
  [
    'CommonJS and the client',
    ['--require', '@pika-kit/emulator/register', '--input-type=commonjs'],
    `const { fal } = require('@fal-ai/client')
     fal.queue.submit('fal-ai/pika/v2.2/text-to-video', { input: ${submission} }).then((sent) => console.log(sent.request_id))`,
  ],
  [
    'node:https',
    ['--import', '@pika-kit/emulator/register', '--input-type=module'],
    `import { request } from 'node:https'
     const options = { method: 'POST', headers: { authorization: 'Key any' } }
     const sent = request('https://queue.fal.run/fal-ai/pika/v2.2/text-to-video', options, async (response) => {
       const chunks = await response.toArray()
       console.log(JSON.parse(Buffer.concat(chunks)).request_id)
     })
     sent.end('${submission}')`,
  ],
  [
    'node:https by options, from CommonJS',
    ['--import', '@pika-kit/emulator/register', '--input-type=commonjs'],
    `const https = require('https')
     const sent = https.request({ hostname: 'queue.fal.run', path: '/fal-ai/pika/v2.2/text-to-video', method: 'POST', headers: { authorization: 'Key any', host: 'queue.fal.run' }, agent: https.globalAgent })
     sent.on('response', (response) => response.on('data', (data) => console.log(JSON.parse(data).request_id)))
     sent.end('${submission}')`,
  ],
])('the preload sends an unchanged program to the emulator: %s', async (_what, preload, program) => {
  const emulator = await createEmulator({ renderer: fakeRenderer() })
  onTestFinished(() => emulator.close())
  const { output, ended } = run([...preload, '--eval', program], {
    PIKA_EMULATOR_URL: emulator.url,
    FAL_KEY: 'any',
  })
  await expect(ended, output.text).resolves.toMatchObject({ code: 0 })
  expect(emulator.requests()).toMatchObject([{ request_id: output.text.trim(), input: { prompt: 'a kite' } }])
})
