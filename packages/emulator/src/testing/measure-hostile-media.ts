// Prints the table of the README: for each file of hostile-media.ts the error, the time, and the memory at its highest.
// Run it with `pnpm --filter @pika-kit/emulator measure:media`; each file goes through an emulator in a process of its own.
import { spawnSync } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { createEmulator } from '../index.ts'
import { type HostileFile, writeHostileMedia } from './hostile-media.ts'

interface Measurement {
  answer: string
  milliseconds: number
  /** Above what the emulator has before the request, its children included. */
  megabytes: number
}

async function memoryOf(pid: number): Promise<{ megabytes: number; children: number[] }> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '')
  const tasks = await readdir(`/proc/${pid}/task`).catch(() => [])
  const lists = await Promise.all(
    tasks.map((task) => readFile(`/proc/${pid}/task/${task}/children`, 'utf8').catch(() => '')),
  )
  const children = lists.join(' ').split(/\s+/).filter(Boolean).map(Number)
  return { megabytes: Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024, children }
}

async function memoryOfAll(): Promise<number> {
  const own = await memoryOf(process.pid)
  const others = await Promise.all(own.children.map(memoryOf))
  return others.reduce((sum, { megabytes }) => sum + megabytes, own.megabytes)
}

async function measure({ kind, path }: HostileFile, directory: string): Promise<Measurement> {
  const emulator = await createEmulator({ speed: 100, queueSeconds: 0, dataDir: directory })
  const bytes = await readFile(path)
  const data = `data:${kind === 'image' ? 'image/png' : 'video/mp4'};base64,${bytes.toString('base64') || 'AA=='}`
  const [endpoint, input] =
    kind === 'image'
      ? ['fal-ai/pika/v1.5/pikaffects', { image_url: data, pikaffect: 'Melt' }]
      : ['fal-ai/pika/v2/pikaswaps', { video_url: data, prompt: 'a red ball' }]
  const before = await memoryOfAll()
  let highest = before
  let isDone = false
  const watching = (async () => {
    while (!isDone) {
      highest = Math.max(highest, await memoryOfAll())
      await wait(10)
    }
  })()
  const start = performance.now()
  const response = await fetch(`${emulator.url}/run/${endpoint}`, {
    method: 'POST',
    headers: { authorization: 'Key any' },
    body: JSON.stringify(input),
  })
  const body = (await response.json()) as { detail?: { type: string }[] }
  const milliseconds = performance.now() - start
  isDone = true
  await watching
  await emulator.close()
  const answer = response.ok ? 'a draft' : `${response.status} \`${body.detail?.[0]?.type}\``
  return { answer, milliseconds, megabytes: highest - before }
}

const directory = await mkdtemp(join(tmpdir(), 'pika-measure-'))
try {
  const [given] = process.argv.slice(2)
  if (given === undefined) {
    const files = await writeHostileMedia(directory)
    process.stdout.write('| file | answer | time | memory |\n| --- | --- | --- | --- |\n')
    for (const file of files) {
      const options = { encoding: 'utf8' as const, timeout: 120_000 }
      const parameters = [...process.execArgv, import.meta.filename, JSON.stringify(file)]
      const { stdout } = spawnSync(process.execPath, parameters, options)
      const { answer, milliseconds, megabytes } = JSON.parse(stdout) as Measurement
      const time = `${(milliseconds / 1000).toFixed(2)} s`
      process.stdout.write(`| ${file.what} | ${answer} | ${time} | ${Math.round(megabytes)} MB |\n`)
    }
  } else {
    const measured = await measure(JSON.parse(given) as HostileFile, join(directory, 'data'))
    process.stdout.write(JSON.stringify(measured))
  }
} finally {
  await rm(directory, { recursive: true, force: true })
}
