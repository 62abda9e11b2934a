import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { writeHostileMedia } from '../testing/hostile-media.ts'

// FFmpeg's libraries print by themselves, past the console: only another process can see it.
test('a broken video is an error, and nothing is printed', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'pika-quiet-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  const files = (await writeHostileMedia(folder))
    .filter(({ kind }) => kind === 'video')
    .map(({ path }) => path)
  const program = `
    import { probeMedia, posterOf } from ${JSON.stringify(new URL('./index.ts', import.meta.url).href)}
    let refused = 0
    for (const file of ${JSON.stringify(files)}) {
      await probeMedia(file, 'video').catch(() => refused++)
      await posterOf(file).catch(() => undefined)
    }
    console.log(refused)`
  const parameters = ['--conditions=@pika-kit/source', '--disable-warning=ExperimentalWarning']
  const child = spawn(process.execPath, [...parameters, '--input-type=module', '--eval', program])
  onTestFinished(() => void child.kill('SIGKILL'))
  const said = { stdout: '', stderr: '' }
  for (const name of ['stdout', 'stderr'] as const)
    child[name].setEncoding('utf8').on('data', (chunk: string) => (said[name] += chunk))
  await once(child, 'close')
  expect(said.stderr).toBe('')
  expect(Number(said.stdout)).toBeGreaterThan(5)
})
