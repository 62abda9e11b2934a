// This server, whole: each change comes from the provider, is decided, stored on disk and told. Only the provider is played.
import { rmSync } from 'node:fs'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createPikaServer } from '@pika-kit/server'
import { LONGEST_QUEUE, prompt } from './document.ts'
import { createMovingQueue } from './moving-queue.ts'
import { serveSide } from './side.ts'

serveSide(async (generations) => {
  const directory = await mkdtemp(join(tmpdir(), 'pika-bench-'))
  process.once('exit', () => rmSync(directory, { recursive: true, force: true }))
  const queue = createMovingQueue(LONGEST_QUEUE)
  let published = 0
  let reached: { count: number; resolve(): void } | null = null
  const pika = await createPikaServer({
    fal: { key: 'bench' },
    database: { directory },
    gateway: queue.gateway,
    limits: { activeGenerations: generations + 1 },
    observer: {
      note: () => {},
      passed(step) {
        if (step !== 'state-published') return
        published++
        if (reached && published >= reached.count) reached.resolve()
      },
    },
  })
  const { url } = await pika.listen(0)
  const ids: string[] = []
  for (let index = 0; index < generations; index++) ids.push(await generate(url))
  await queue.followed(generations)
  return {
    url: `${url.replace('http', 'ws')}/graphql`,
    ids,
    watchers: null,
    async change(change) {
      const { promise, resolve } = Promise.withResolvers<void>()
      reached = { count: published + generations, resolve }
      queue.moveTo(LONGEST_QUEUE - change)
      await promise
    },
  }
})

async function generate(url: string): Promise<string> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      query: `mutation ($prompt: String!) {
        generateTextToVideo(input: { prompt: $prompt }) { ... on GenerateSuccess { generation { id } } }
      }`,
      variables: { prompt },
    }),
  })
  const { data } = (await response.json()) as {
    data: { generateTextToVideo: { generation: { id: string } } }
  }
  return data.generateTextToVideo.generation.id
}
