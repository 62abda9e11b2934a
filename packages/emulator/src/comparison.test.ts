import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'

// The README's table against aimock: for each row, the tests that hold our column, by their file and their titles.
const heldBy: Record<string, [file: string, ...titles: string[]]> = {
  'pointing the client at it': [
    'http/http.test.ts',
    'fal’s proxy protocol works',
    'a host that is named by its own header is stood for too',
  ],
  'status stream': ['client.test.ts', 'subscribe by ${mode} sees the line fall, the logs, and the video'],
  webhooks: [
    'webhooks/webhooks.test.ts',
    'signed so that fal’s recipe verifies it',
    'what is not acknowledged is sent again',
  ],
  uploads: ['client.test.ts', 'storage.upload of %i MB comes back byte for byte'],
  'wrong input': ['client.test.ts', 'ends as a 422 that names the field'],
  'failure after acceptance': ['scenarios/scenarios.test.ts', '%s is accepted and ends with %i'],
  progress: ['queue/queue.test.ts', 'goes through the queue by time alone'],
  cancelled: ['client.test.ts', 'cancel takes a queued request out of the line, and stops a running one'],
  'result before the end': ['queue/queue.test.ts', 'answers 202 until it is completed'],
  'HTTP code of a status': [
    'queue/queue.test.ts',
    'answers 202 until it is completed, then 200 with the result',
  ],
  logs: ['queue/queue.test.ts', 'answers 202 until it is completed, then 200 with the result'],
  'priority and start timeout': [
    'queue/queue.test.ts',
    'a low one behind every normal one',
    'ends with 504 of type user when nothing starts within its start timeout',
  ],
  concurrency: ['queue/queue.test.ts', 'waits for a free runner'],
  results: [
    'queue/retention.test.ts',
    'a result is answered for an hour',
    'a result of 10 KB is answered for six minutes',
  ],
  restart: ['client.test.ts', 'survive a restart on the same folder'],
  tokens: ['http/http.test.ts', 'a token for a browser is given for a key'],
  video: ['real-video.test.ts', 'from two pictures to an MP4'],
  faults: [
    'faults/fault-injection.test.ts',
    'an answer breaks off after exactly the bytes that are asked for',
  ],
  'finding a lost request': ['http/http.test.ts', 'the platform lists past requests with their payloads'],
}

test('each row of the comparison is held by a test', async () => {
  const readme = await readFile(new URL('../README.md', import.meta.url), 'utf8')
  const section = /## Compared with aimock\n(.*?)\n## /s.exec(readme)?.[1] ?? ''
  const rows = [...section.matchAll(/^\| (\w[^|]*?) +\|/gm)].map(([, row]) => row)
  expect(new Set(rows)).toEqual(new Set(Object.keys(heldBy)))
  for (const [row, [file, ...titles]] of Object.entries(heldBy)) {
    const tests = await readFile(new URL(file, import.meta.url), 'utf8')
    for (const title of titles) expect(tests, `${row}: ${file}`).toContain(title)
  }
})
