// The yardstick, a process of its own: an app as the tutorials write it. `@fal-ai/client` with its defaults, the queue of
// the app in a JSON file, and after a crash whatever was running is put back into the queue. It prints `ready`.
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { ApiError, createFalClient, type FalClient } from '@fal-ai/client'
import { falClientOptions } from '@pika-kit/emulator'
import { plannedRequest } from '../kills/plan.ts'
import { programOptions } from '../support/program.ts'
import { GIVEN_UP_AFTER_MS, type PlainJob, type PlainOptions } from './plain.ts'

const { seed, generations, atOnce, file, falUrl, port, mode } = programOptions() as PlainOptions
const fal = createFalClient({ ...falClientOptions(falUrl), credentials: 'chaos' })

const jobs: PlainJob[] = existsSync(file)
  ? (JSON.parse(readFileSync(file, 'utf8')) as PlainJob[])
  : Array.from({ length: generations }, (_, number): PlainJob => ({ number, status: 'WAITING' }))
// Put back after a crash.
for (const job of jobs) if (job.status === 'RUNNING' && timeLeft(job) > 0) job.status = 'WAITING'

/** Whole or not at all: what is told is the way of the client, not of a file that is half written. */
function save(): void {
  writeFileSync(`${file}.tmp`, JSON.stringify(jobs))
  renameSync(`${file}.tmp`, file)
}

type Generate = (job: PlainJob, endpointId: string, input: Record<string, unknown>) => Promise<void>

/** Says when the webhook of a job came. */
const webhooks = new Map<number, (body: { request_id: string; status: string }) => void>()

const ways: Record<PlainOptions['mode'], Generate> = {
  polling: subscribe(fal, { mode: 'polling' }),
  streaming: subscribe(fal, { mode: 'streaming' }),
  async webhook(job, endpointId, input) {
    const told = new Promise<{ request_id: string; status: string }>((resolve) =>
      webhooks.set(job.number, resolve),
    )
    await fal.queue.submit(endpointId, {
      input,
      webhookUrl: `http://127.0.0.1:${port}/webhook/${job.number}`,
    })
    const { request_id, status } = await told
    job.requestId = request_id
    if (status !== 'OK') Object.assign(job, { status: 'FAILED', code: 'INPUT_REJECTED' })
  },
}

function subscribe(client: FalClient, options: { mode: 'polling' } | { mode: 'streaming' }): Generate {
  return async (job, endpointId, input) => {
    const { requestId } = await client.subscribe(endpointId, { input, ...options })
    job.requestId = requestId
  }
}

async function runJob(job: PlainJob): Promise<void> {
  const { endpointId, body } = plannedRequest(seed, job.number)
  job.status = 'RUNNING'
  job.startedAt ??= Date.now()
  save()
  try {
    await ways[mode](job, endpointId, body)
    if (job.status === 'RUNNING') job.status = 'COMPLETED'
  } catch (error) {
    job.status = 'FAILED'
    job.code = error instanceof ApiError && error.status === 422 ? 'INPUT_REJECTED' : String(error)
    if (error instanceof ApiError && error.requestId) job.requestId = error.requestId
  }
  save()
}

const server = createServer((request, response) => {
  const parts: Buffer[] = []
  request.on('data', (part: Buffer) => parts.push(part))
  request.on('end', () => {
    const number = Number(request.url?.split('/').at(-1))
    webhooks.get(number)?.(
      JSON.parse(Buffer.concat(parts).toString()) as { request_id: string; status: string },
    )
    response.end('thanks')
  })
})
await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
process.stdout.write('ready\n')

/** A job that hangs for ever must not keep the others from being tried: past its time nobody waits for it any more. */
function timeLeft({ startedAt = Date.now() }: PlainJob): number {
  return startedAt + GIVEN_UP_AFTER_MS - Date.now()
}

async function worker(): Promise<void> {
  for (;;) {
    const job = jobs.find(({ status }) => status === 'WAITING')
    if (job) await Promise.race([runJob(job), sleep(timeLeft(job))])
    else await sleep(50)
  }
}
await Promise.all(Array.from({ length: atOnce }, worker))
