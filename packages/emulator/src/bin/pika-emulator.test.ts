import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'
import { createEmulator } from '../index.ts'
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

test('the preload sends an unchanged program to the emulator', async () => {
  const emulator = await createEmulator({ renderer: fakeRenderer() })
  onTestFinished(() => emulator.close())
  const program = `
    import { fal } from '@fal-ai/client'
    const { request_id } = await fal.queue.submit('fal-ai/pika/v2.2/text-to-video', { input: { prompt: 'a kite' } })
    console.log(request_id)
  `
  const { output, ended } = run(
    ['--import', '@pika-kit/emulator/register', '--input-type=module', '--eval', program],
    { PIKA_EMULATOR_URL: emulator.url, FAL_KEY: 'any' },
  )
  await expect(ended).resolves.toMatchObject({ code: 0 })
  expect(emulator.requests()).toMatchObject([{ request_id: output.text.trim(), input: { prompt: 'a kite' } }])
})
