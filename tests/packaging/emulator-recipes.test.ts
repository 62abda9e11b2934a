import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createEmulator } from '@pika-kit/emulator'
import { expect, onTestFinished, test } from 'vitest'

// The recipes of the emulator's README, run as they stand there.
const readme = new URL('../../packages/emulator/README.md', import.meta.url)
const vitest = fileURLToPath(new URL('../node_modules/vitest/vitest.mjs', import.meta.url))

/** Writes every block of the README that has a file name to a folder where the packages are found. */
async function writeRecipes(): Promise<string> {
  const folder = await mkdtemp(fileURLToPath(new URL('../.recipes-', import.meta.url)))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  const blocks = (await readFile(readme, 'utf8')).matchAll(/^```\w+ title="([^"]+)"\n(.*?)^```$/gms)
  for (const [, name = '', text = ''] of blocks) await writeFile(join(folder, name), text)
  // In this repository the packages are TypeScript sources under a condition of their own; a user has no need of this file.
  await writeFile(
    join(folder, 'vitest.here.config.ts'),
    `import recipe from './vitest.config.ts'
     const conditions = ['@pika-kit/source', 'node', 'module-sync']
     export default {
       ...recipe,
       ssr: { resolve: { conditions } },
       environments: { __vitest__: { resolve: { conditions } } },
     }`,
  )
  return folder
}

async function run(command: string, parameters: string[], cwd: string, environment: NodeJS.ProcessEnv = {}) {
  const child = spawn(command, parameters, {
    cwd,
    // Nothing of the vitest that runs this one.
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'], ...environment },
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  let text = ''
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (chunk: string) => (text += chunk))
  const [code] = (await once(child, 'close')) as [number | null]
  return { code, text }
}

test('the vitest recipe passes, and its last test fails without the guard', async () => {
  const folder = await writeRecipes()
  const parameters = [
    '--conditions=@pika-kit/source',
    '--disable-warning=ExperimentalWarning',
    vitest,
    'run',
    '--config=vitest.here.config.ts',
  ]
  const guarded = await run(process.execPath, parameters, folder)
  expect(guarded.text).toContain('3 passed')
  expect(guarded.code).toBe(0)

  const route = join(folder, 'route.ts')
  await writeFile(route, (await readFile(route, 'utf8')).replace('{ fetch: submitOnce }', '{}'))
  const unguarded = await run(process.execPath, parameters, folder)
  expect(unguarded.text).toContain('a lost reply is not paid twice')
  expect(unguarded.code).toBe(1)
})

const hasPython = spawnSync('python3', ['--version']).status === 0
test.skipIf(!hasPython)('the Python recipe follows the addresses to its video', async () => {
  const folder = await writeRecipes()
  const emulator = await createEmulator({ speed: 50 })
  onTestFinished(() => emulator.close())
  const { code, text } = await run('python3', ['generate.py'], folder, { PIKA_EMULATOR_URL: emulator.url })
  expect(code, text).toBe(0)
  expect(text.trim()).toMatch(new RegExp(`^${emulator.url}/files/.*\\.mp4$`))
})
