import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createFalClient } from '@fal-ai/client'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createEmulator, type Emulator, falClientOptions } from '../index.ts'
import { draftRenderer } from '../queue/draft-runner.ts'
import { probeMedia } from '../render/index.ts'
import { type HostileFile, writeHostileMedia } from '../testing/hostile-media.ts'

// Through the whole emulator, by the published client: what matters is what a user's program sees.
let directory = ''
let emulator: Emulator | undefined
let files: HostileFile[]
const errors: string[] = []

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'pika-hostile-'))
  files = await writeHostileMedia(directory)
  emulator = await createEmulator({
    speed: 50,
    queueSeconds: 0,
    dataDir: join(directory, 'data'),
    renderer: { ...draftRenderer, renderDraft: (request) => draftRenderer.renderDraft(shortened(request)) },
    logger: { info: () => undefined, error: (message) => void errors.push(message) },
  })
}, 60_000)
afterAll(async () => {
  await emulator?.close()
  await rm(directory, { recursive: true, force: true })
})

/** Half a second of small frames is enough to see that a medium is drawn. */
function shortened(request: Parameters<typeof draftRenderer.renderDraft>[0]): typeof request {
  return { ...request, input: { ...request.input, duration: 0.5, resolution: '144p' } }
}

async function generate({ kind, path }: HostileFile) {
  const fal = createFalClient(falClientOptions(emulator?.url ?? ''))
  const upload = new File([new Uint8Array(await readFile(path))], `file.${kind === 'image' ? 'png' : 'mp4'}`)
  const url = await fal.storage.upload(upload)
  return kind === 'image'
    ? fal.subscribe('fal-ai/pika/v2.2/image-to-video', {
        input: { image_url: url, prompt: 'it moves' },
        pollInterval: 20,
      })
    : fal.subscribe('fal-ai/pika/v2/pikaswaps', {
        input: { video_url: url, prompt: 'a red ball' },
        pollInterval: 20,
      })
}

async function leavesNothing(): Promise<void> {
  expect(await readdir(join(directory, 'data', 'work'))).toEqual([])
  expect(errors).toEqual([])
}

test('each file that cannot be used is a 422 at its field, with the type that fal names', async () => {
  const refused = files.filter(({ refusedAs }) => refusedAs !== undefined)
  expect(refused.length).toBeGreaterThan(15)
  for (const file of refused) {
    const error = await generate(file).then(
      () => undefined,
      (reason: unknown) => reason,
    )
    expect(error, file.what).toMatchObject({
      status: 422,
      body: { detail: [{ loc: ['body', `${file.kind}_url`], type: file.refusedAs }] },
    })
  }
  await leavesNothing()
})

test('what is only odd is drawn', async () => {
  for (const file of files.filter(({ refusedAs }) => refusedAs === undefined)) {
    const { data } = (await generate(file).catch((error: unknown) => {
      throw new Error(file.what, { cause: error })
    })) as { data: { video: { url: string } } }
    expect((await fetch(data.video.url, { method: 'HEAD' })).status, file.what).toBe(200)
  }
  await leavesNothing()
}, 180_000)

test('a video filmed upright is measured upright', async () => {
  const upright = files.find(({ what }) => what.includes('upright'))
  await expect(probeMedia(upright?.path ?? '', 'video')).resolves.toMatchObject({ width: 36, height: 64 })
})

test('the table of the README has each of these files, with its answer', async () => {
  const readme = await readFile(new URL('../../README.md', import.meta.url), 'utf8')
  const section = /## Hostile media\n(.*?)\n## /s.exec(readme)?.[1] ?? ''
  const rows = [...section.matchAll(/^\| (.+?) +\| (422 `\w+`|a draft) +\| [\d.]+ s +\| \d+ MB +\|$/gm)]
  const said = rows.map(([, what, answer]) => `${what}: ${answer}`)
  const wanted = files.map(
    ({ what, refusedAs }) => `${what}: ${refusedAs ? `422 \`${refusedAs}\`` : 'a draft'}`,
  )
  expect(said.toSorted()).toEqual(wanted.toSorted())
})
