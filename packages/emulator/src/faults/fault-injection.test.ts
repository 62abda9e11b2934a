import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import type { Emulator, Fault } from '../index.ts'
import {
  call,
  clientOf,
  eventsOf,
  follow,
  FRAMES,
  PIKAFRAMES,
  QUICK_VIDEO,
  startEmulator,
  submit,
} from '../testing/quick-emulator.ts'

const requestPath = (id: string): string => `/queue/fal-ai/pika/requests/${id}`
const faulty = (fault: Fault & { times?: number }) => ({ 'x-emulator-fault': JSON.stringify(fault) })
const start = (): Promise<Emulator> => startEmulator({ queueSeconds: 0 })

async function completed(emulator: Emulator, headers: Record<string, string> = {}): Promise<string> {
  const id = await submit(emulator, FRAMES, { headers })
  await follow(emulator, id)
  return id
}

/** Reads as far as it goes. A stalled answer ends when `isEnough` says so. */
async function read(answer: Response, isEnough = (_bytes: number): boolean => false) {
  const chunks: Buffer[] = []
  const sizeOf = (): number => chunks.reduce((sum, { length }) => sum + length, 0)
  try {
    for await (const chunk of answer.body ?? []) {
      chunks.push(Buffer.from(chunk))
      if (isEnough(sizeOf())) return { text: Buffer.concat(chunks).toString(), bytes: sizeOf(), end: 'open' }
    }
    return { text: Buffer.concat(chunks).toString(), bytes: sizeOf(), end: 'whole' }
  } catch {
    return { text: Buffer.concat(chunks).toString(), bytes: sizeOf(), end: 'cut' }
  }
}

/** One call at each place whose answer can break, on a finished request. */
const calls: Record<string, (emulator: Emulator, id: string) => Promise<Response>> = {
  status: (emulator, id) => call(emulator, `${requestPath(id)}/status`),
  stream: (emulator, id) => call(emulator, `${requestPath(id)}/status/stream`),
  result: (emulator, id) => call(emulator, requestPath(id)),
  cancel: (emulator, id) => call(emulator, `${requestPath(id)}/cancel`, { method: 'PUT' }),
  list: (emulator) => call(emulator, `/api/v1/models/requests/by-endpoint?endpoint_id=${PIKAFRAMES}`),
  submit: (emulator) => call(emulator, `/queue/${PIKAFRAMES}`, { json: FRAMES }),
  async file(emulator, id) {
    const { video } = (await (await call(emulator, requestPath(id))).json()) as { video: { url: string } }
    return fetch(video.url)
  },
}

function faultAt(at: string, rest: Omit<Fault, 'at' | 'step'>): Fault {
  return {
    at: at as Fault['at'],
    ...((at === 'submit' || at === 'cancel') && { step: 'after-accept' as const }),
    ...rest,
  }
}

for (const [at, make] of Object.entries(calls)) {
  test(`at ${at}, an answer breaks off after exactly the bytes that are asked for, once`, async () => {
    const emulator = await start()
    const id = await completed(emulator)
    const whole = await read(await make(emulator, id))
    for (const afterBytes of [0, 1, 17]) {
      emulator.injectFault(faultAt(at, { afterBytes, with: 'cut' }))
      const answer = await make(emulator, id)
      const { text, bytes, end } = await read(answer)
      expect([bytes, end]).toEqual([afterBytes, 'cut'])
      expect(whole.text.startsWith(text)).toBe(true)
    }
    expect((await read(await make(emulator, id))).end).toBe('whole')
    expect(emulator.playedFaults().map(({ afterBytes }) => afterBytes)).toEqual([0, 1, 17])
  })

  test(`at ${at}, an answer stalls behind its bytes, is lost whole, or is another status`, async () => {
    const emulator = await start()
    const id = await completed(emulator)
    emulator.injectFault(faultAt(at, { afterBytes: 9, with: 'stall' }))
    expect(await read(await make(emulator, id), (bytes) => bytes >= 9)).toMatchObject({
      bytes: 9,
      end: 'open',
    })
    emulator.injectFault(faultAt(at, { with: 'cut' }))
    await expect(make(emulator, id)).rejects.toThrow('fetch failed')
    emulator.injectFault(faultAt(at, { with: 'status:503' }))
    const answer = await make(emulator, id)
    expect([answer.status, await answer.json()]).toEqual([503, { detail: 'Service Unavailable' }])
  })
}

test('a submission is accepted behind after-accept, and not before before-accept', async () => {
  const emulator = await start()
  const playing = (fault: Fault) =>
    call(emulator, `/queue/${PIKAFRAMES}`, { json: FRAMES, headers: faulty(fault) })
  for (const kind of ['cut', 'status:503'] as const) {
    const before = emulator.requests().length
    await playing({ at: 'submit', step: 'before-accept', with: kind }).catch(() => undefined)
    expect(emulator.requests()).toHaveLength(before)
    await playing({ at: 'submit', step: 'after-accept', with: kind }).catch(() => undefined)
    expect(emulator.requests()).toHaveLength(before + 1)
  }
  // In the middle of the body: the client is still sending.
  const body = JSON.stringify({ ...FRAMES, prompt: 'x'.repeat(1e6) })
  const broken = call(emulator, `/queue/${PIKAFRAMES}`, {
    method: 'POST',
    body,
    headers: faulty({ at: 'submit', step: 'before-accept', afterBytes: 1000, with: 'cut' }),
  })
  await expect(broken).rejects.toThrow('fetch failed')
  expect(emulator.requests()).toHaveLength(2)
})

test('a cancel works behind after-accept, and not before before-accept', async () => {
  const emulator = await start()
  const id = await submit(emulator, FRAMES, { headers: { 'x-emulator-scenario': 'queue-stuck' } })
  const statusOf = async () =>
    ((await (await call(emulator, `${requestPath(id)}/status`)).json()) as { status: string }).status
  for (const [step, status] of [
    ['before-accept', 'IN_QUEUE'],
    ['after-accept', 'COMPLETED'],
  ] as const) {
    emulator.injectFault({ at: 'cancel', step, with: 'cut' })
    await expect(calls['cancel']?.(emulator, id)).rejects.toThrow('fetch failed')
    expect(await statusOf()).toBe(status)
  }
})

test('an upload is stored behind after-accept, and not before before-accept, wherever it breaks', async () => {
  const emulator = await start()
  const initiated = await call(emulator, '/rest/storage/upload/initiate', {
    json: { file_name: 'a.txt', content_type: 'text/plain' },
  })
  const { upload_url, file_url } = (await initiated.json()) as { upload_url: string; file_url: string }
  const put = (fault: Fault) => fetch(upload_url, { method: 'PUT', body: 'hello', headers: faulty(fault) })
  const exists = async () => (await fetch(file_url)).status === 200
  for (const afterBytes of [0, 3]) {
    await expect(put({ at: 'upload', step: 'before-accept', afterBytes, with: 'cut' })).rejects.toThrow()
  }
  expect((await put({ at: 'upload', step: 'before-accept', with: 'status:500' })).status).toBe(500)
  expect(await exists()).toBe(false)
  const { bytes, end } = await read(
    await put({ at: 'upload', step: 'after-accept', afterBytes: 1, with: 'cut' }),
  )
  expect([bytes, end]).toEqual([1, 'cut'])
  expect(await exists()).toBe(true)
})

test('a stalled upload stays open until the client gives up', async () => {
  const emulator = await start()
  emulator.injectFault({ at: 'upload', step: 'before-accept', afterBytes: 10, with: 'stall' })
  const upload = clientOf(emulator).storage.upload(new Blob(['x'.repeat(100)]))
  const ended = upload.then(
    () => 'stored',
    () => 'failed',
  )
  await expect.poll(() => emulator.playedFaults()).toHaveLength(1)
  await emulator.close()
  expect(await ended).toBe('failed')
})

test('a webhook breaks off after its bytes and comes whole the next time; at a status it comes twice', async () => {
  const arrived: { bytes: number; isWhole: boolean }[] = []
  const server = createServer((request, response) => {
    let bytes = 0
    request.on('data', (chunk: Buffer) => (bytes += chunk.length))
    request.on('error', () => undefined)
    request.on('close', () => arrived.push({ bytes, isWhole: request.complete }))
    request.on('end', () => response.end())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const emulator = await start()
  const webhookUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
  const deliver = (fault: Fault & { times?: number }) =>
    clientOf(emulator).queue.submit(PIKAFRAMES, { input: FRAMES, webhookUrl, headers: faulty(fault) })

  for (const afterBytes of [0, 17]) {
    await deliver({ at: 'webhook', afterBytes, with: 'cut' })
    await expect.poll(() => arrived.length).toBe(2)
    expect(arrived.splice(0)).toEqual([
      { bytes: afterBytes, isWhole: false },
      { bytes: expect.any(Number), isWhole: true },
    ])
  }
  await deliver({ at: 'webhook', with: 'cut', times: 2 })
  await expect.poll(() => arrived.length).toBe(1)
  expect(emulator.playedFaults().slice(-2)).toMatchObject([{ with: 'cut' }, { with: 'cut' }])
  arrived.splice(0)
  await deliver({ at: 'webhook', with: 'status:500' })
  await expect.poll(() => arrived.length).toBe(2)
  expect(arrived.every(({ isWhole }) => isWhole)).toBe(true)
})

test('a fault of a submission strikes later, at its own request alone, and outlives a restart', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'pika-emulator-test-'))
  onTestFinished(() => rm(dataDir, { recursive: true, force: true }))
  const first = await startEmulator({ queueSeconds: 0, dataDir })
  const hit = await completed(first, faulty({ at: 'result', afterBytes: 5, with: 'cut', times: 2 }))
  const spared = await completed(first)
  await first.close()
  const second = await startEmulator({ queueSeconds: 0, dataDir })
  const resultOf = async (id: string) => read(await call(second, requestPath(id)))
  expect((await resultOf(spared)).end).toBe('whole')
  for (const end of ['cut', 'cut', 'whole']) expect((await resultOf(hit)).end).toBe(end)
  expect(second.playedFaults()).toMatchObject([{ request_id: hit }, { request_id: hit }])
})

test('bytes of a range are drawn by the seed: the same seed breaks at the same bytes again', async () => {
  const bytesOf = async (seed: number): Promise<number[]> => {
    const emulator = await startEmulator({ queueSeconds: 0, seed })
    const id = await completed(emulator)
    emulator.injectFault({ at: 'result', afterBytes: [3, 90], with: 'cut' }, 5)
    const bytes: number[] = []
    for (let count = 0; count < 5; count++)
      bytes.push((await read(await call(emulator, requestPath(id)))).bytes)
    expect(emulator.playedFaults().map(({ afterBytes }) => afterBytes)).toEqual(bytes)
    return bytes
  }
  const once = await bytesOf(7)
  expect(await bytesOf(7)).toEqual(once)
  expect(await bytesOf(8)).not.toEqual(once)
  expect(new Set(once).size).toBeGreaterThan(1)
  for (const bytes of once) expect(bytes >= 3 && bytes <= 90).toBe(true)
})

test('the unmodified client gets its video past a broken stream and a result that is 503 at first', async () => {
  const emulator = await start()
  emulator.injectFault({ at: 'status', with: 'status:503' })
  emulator.injectFault({ at: 'result', with: 'status:503' })
  const { data } = await clientOf(emulator).subscribe(PIKAFRAMES, { input: FRAMES, pollInterval: 10 })
  expect(await (await fetch(data.video.url)).text()).toBe(QUICK_VIDEO)
  expect(emulator.playedFaults().map(({ at }) => at)).toEqual(['status', 'result'])
})

test('faults are armed, listed and taken back by plain HTTP; what is wrong is named', async () => {
  const emulator = await start()
  const armed = await call(emulator, '/_emulator/fault', {
    json: { at: 'stream', step: 'after-first-event', with: 'cut', times: 2 },
  })
  const fault = { at: 'stream', step: 'after-first-event', with: 'cut' }
  expect([armed.status, await armed.json()]).toEqual([200, { ...fault, times: 2 }])
  const id = await submit(emulator)
  expect(eventsOf((await read(await calls['stream']!(emulator, id))).text)).toHaveLength(1)
  const shown = await (await call(emulator, '/_emulator/faults')).json()
  expect(shown).toMatchObject({
    points: { submit: ['before-accept', 'after-accept'] },
    waiting: [{ ...fault, times: 1 }],
    played: [{ ...fault, request_id: id }],
  })
  await call(emulator, '/_emulator/faults', { method: 'DELETE' })
  expect(await (await call(emulator, '/_emulator/faults')).json()).toMatchObject({ waiting: [] })

  const detailOf = async (answer: Response) => [
    answer.status,
    ((await answer.json()) as { detail: string }).detail,
  ]
  expect(
    await detailOf(await call(emulator, '/_emulator/fault', { json: { at: 'submit', with: 'cut' } })),
  ).toEqual([400, 'fault.step is missing: give before-accept or after-accept'])
  const wrongTimes = await call(emulator, '/_emulator/fault', {
    json: { at: 'list', with: 'cut', times: 0 },
  })
  expect(await detailOf(wrongTimes)).toEqual([
    400,
    'times is 0: give a whole number above 0, or leave it out for one',
  ])
  const headers = { 'x-emulator-fault': '{"at":"list","with":"cut"}' }
  const misplaced = await call(emulator, `${requestPath(id)}/status`, { headers })
  expect(await detailOf(misplaced)).toEqual([
    400,
    'x-emulator-fault: fault.at is list, but this call is status',
  ])
  const unread = await call(emulator, `/queue/${PIKAFRAMES}`, {
    json: FRAMES,
    headers: { 'x-emulator-fault': 'cut' },
  })
  expect(await detailOf(unread)).toEqual([400, 'x-emulator-fault: it is not JSON'])
  expect(() => emulator.injectFault({ at: 'list', with: 'cut' }, 0.5)).toThrow('times is 0.5')
})
