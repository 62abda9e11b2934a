// The recipes of the emulator's README, run as they stand there in an app that has the packed emulator installed.
import { spawnSync } from 'node:child_process'
import { cp, mkdir, mkdtemp, readdir, readFile, realpath, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createEmulator } from '@pika-kit/emulator'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { args, chromiumPath } from '../../scripts/browser.mjs'
import { freePorts } from '../support/cli.ts'
import { runCommand } from '../support/commands.ts'
import { installInto, unpackPackages } from '../support/installed-app.ts'
import { playWorkflow } from '../support/workflow.ts'

const readme = new URL('../../packages/emulator/README.md', import.meta.url)
const recipeApp = fileURLToPath(new URL('./recipe-app', import.meta.url))

let folder = ''
let packages = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pika-recipes-'))
  // Beside the apps and not above: they have what is installed in them.
  packages = join(folder, 'packages')
  await unpackPackages(['core', 'preview', 'emulator'], packages)
})
afterAll(() => rm(folder, { recursive: true, force: true }))

/** An app with every block of the README that has a file name. Its ports are free ones, as others may use 4100 and 3000. */
async function writeApp() {
  const app = await mkdtemp(join(folder, 'app-'))
  onTestFinished(() => rm(app, { recursive: true, force: true }))
  await cp(recipeApp, app, { recursive: true })
  const [emulatorPort, appPort] = (await freePorts(2)).map(String) as [string, string]
  const blocks = (await readFile(readme, 'utf8')).matchAll(/^```\w+ title="([^"]+)"\n(.*?)^```$/gms)
  for (const [, name = '', text = ''] of blocks) {
    await mkdir(dirname(join(app, name)), { recursive: true })
    await writeFile(
      join(app, name),
      text.replaceAll(/\b4100\b/g, emulatorPort).replaceAll(/\b3000\b/g, appPort),
    )
  }
  const emulator = `http://127.0.0.1:${emulatorPort}`
  return { app, emulator, appPort }
}

async function edit(file: string, from: string, to: string): Promise<void> {
  const text = await readFile(file, 'utf8')
  expect(text).toContain(from)
  await writeFile(file, text.replace(from, to))
}

test('the vitest recipe passes, and its last test fails without the guard', async () => {
  const { app } = await writeApp()
  await installInto(app, packages, ['@pika-kit/emulator', '@fal-ai/client', 'vitest'])
  const guarded = await runCommand('npx', ['vitest', 'run'], app)
  expect(guarded.text).toContain('3 passed')
  expect(guarded.code).toBe(0)

  await edit(join(app, 'route.ts'), '{ fetch: submitOnce }', '{}')
  const unguarded = await runCommand('npx', ['vitest', 'run', '-t', 'a lost reply is not paid twice'], app)
  expect(unguarded.text).toContain('1 failed')
  expect(unguarded.text).toContain('to have a length of 1 but got 2')
  expect(unguarded.code).toBe(1)
})

test('the Playwright recipe makes a video by a click, and has the fault that it plays', async () => {
  const { app, emulator, appPort } = await writeApp()
  await installInto(app, packages, ['@pika-kit/emulator', '@fal-ai/client', '@playwright/test'])
  const executablePath = await chromiumPath()
  const launchOptions = { ...(executablePath && { executablePath }), args }
  // The Chromium of this repository. Whoever has Playwright's own has no need of this file.
  await writeFile(
    join(app, 'playwright.here.config.ts'),
    `import recipe from './playwright.config'
     export default { ...recipe, use: { ...recipe.use, launchOptions: ${JSON.stringify(launchOptions)} } }`,
  )
  const parameters = ['playwright', 'test', '--config=playwright.here.config.ts', '--reporter=line']
  const { code, text } = await runCommand('npx', parameters, app, {
    LD_LIBRARY_PATH: process.env['LD_LIBRARY_PATH'],
    FONTCONFIG_FILE: process.env['FONTCONFIG_FILE'],
    PIKA_EMULATOR_URL: emulator,
    PORT: appPort,
  })
  expect(text).toContain('2 passed')
  expect(code).toBe(0)
})

async function playCi(environment: NodeJS.ProcessEnv = {}) {
  const { app, emulator } = await writeApp()
  const workflow = await readFile(join(app, '.github/workflows/test.yml'), 'utf8')
  const install = async () => {
    await installInto(app, packages, ['@pika-kit/emulator'])
    await slowDown(join(app, 'node_modules/.bin/pika-emulator'))
  }
  const played = await playWorkflow(workflow, app, install, { PIKA_EMULATOR_URL: emulator, ...environment })
  const failed = played.filter(({ code }) => code !== 0).map(({ step, text }) => `${step}: ${text}`)
  return { last: played.at(-1), failed, emulator }
}

/** As on a machine that does much else: without it the emulator wins the race that a workflow must not let it run. */
async function slowDown(command: string): Promise<void> {
  const program = await realpath(command)
  await rm(command)
  await writeFile(command, `#!/bin/sh\nsleep 1.5\nexec "${program}" "$@"\n`, { mode: 0o755 })
}

// A machine that runs CI has curl; a bare one that runs these tests may not.
const hasCurl = spawnSync('curl', ['--version']).status === 0
test.skipIf(!hasCurl)('the CI recipe has the emulator up before the tests, which reach it', async () => {
  const { last, failed, emulator } = await playCi()
  expect(failed).toEqual([])
  expect(last?.step).toBe('npm test')
  const ledger = (await (await fetch(`${emulator}/_emulator/requests`)).json()) as { request_id: string }[]
  expect(ledger.map(({ request_id }) => `submitted ${request_id}`)).toEqual([last?.text.split('\n').at(-2)])
})

test.skipIf(!hasCurl)('the CI recipe shows the ledger when the tests fail', async () => {
  const { last, failed } = await playCi({ APP_IS_BROKEN: 'yes' })
  expect(failed).toEqual([expect.stringMatching(/^npm test: .*PAID_FOR_NOTHING/s)])
  expect(JSON.parse(last?.text ?? '')).toMatchObject([{ input: { prompt: 'a kite over the harbour' } }])
})

test('the recipes in TypeScript hold its strict checks', async () => {
  const { app } = await writeApp()
  const dependencies = ['@fal-ai/client', '@playwright/test', '@types/node', 'typescript', 'vitest']
  await installInto(app, packages, ['@pika-kit/emulator', ...dependencies])
  const options = ['--noEmit', '--strict', '--skipLibCheck', '--module', 'preserve', '--types', 'node']
  const files = (await readdir(app)).filter((name) => name.endsWith('.ts'))
  const { code, text } = await runCommand('npx', ['tsc', ...options, ...files], app)
  expect(text).toBe('')
  expect(code).toBe(0)
})

const hasPython = spawnSync('python3', ['--version']).status === 0
test.skipIf(!hasPython)('the Python recipe follows the addresses to its video', async () => {
  const { app } = await writeApp()
  const emulator = await createEmulator({ speed: 50 })
  onTestFinished(() => emulator.close())
  const { code, text } = await runCommand('python3', ['generate.py'], app, {
    PIKA_EMULATOR_URL: emulator.url,
  })
  expect(code, text).toBe(0)
  expect(text.trim()).toMatch(new RegExp(`^${emulator.url}/files/.*\\.mp4$`))
})
