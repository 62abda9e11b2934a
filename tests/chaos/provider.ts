// A process of its own: the emulator, behind a door that plays the faults of the plan. It prints its address.
import { readFile, writeFile } from 'node:fs/promises'
import { createServer, request as forward, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { pipeline } from 'node:stream'
import { createEmulator, MediaError, type Renderer } from '@pika-kit/emulator'
import { type Fate, fateOf, numberOf } from './plan.ts'

const seed = Number(process.argv[2] ?? 1)

/** A few bytes in place of an MP4: what is tested is who pays and what is lost. */
const renderer: Renderer = {
  async probeMedia(file) {
    if (!(await readFile(file, 'latin1')).startsWith('\x89PNG'))
      throw new MediaError('image_load_error', 'the file is not an image')
    return { kind: 'image', width: 1280, height: 720, contentType: 'image/png' }
  },
  async renderDraft({ out, onProgress }) {
    onProgress?.({ frame: 1, frames: 1 })
    await writeFile(out, 'video')
    return { width: 1280, height: 720, duration: 5, fileSize: 5 }
  },
}

const refused = new Map<number, number>()

/** Refuses a submission before the emulator sees it, as often as its fate says; true when it did. */
function refuse(number: number, { refusals }: Fate, response: ServerResponse): boolean {
  const count = refused.get(number) ?? 0
  const status = refusals[count]
  if (status === undefined) return false
  refused.set(number, count + 1)
  response.writeHead(status, { 'content-type': 'application/json', 'retry-after': '1' })
  response.end(JSON.stringify({ detail: 'not now' }))
  return true
}

function pass(
  target: string,
  request: IncomingMessage,
  response: ServerResponse,
  body: Buffer,
  scenario: string | null,
) {
  const onward = forward(target, {
    method: request.method,
    headers: { ...request.headers, ...(scenario !== null && { 'x-emulator-scenario': scenario }) },
  })
  onward.on('response', (answer) => {
    response.writeHead(answer.statusCode ?? 502, answer.headers)
    response.flushHeaders()
    // Whatever breaks off behind the door breaks off before it.
    pipeline(answer, response, () => onward.destroy())
  })
  onward.on('error', () => response.destroy())
  response.on('close', () => onward.destroy())
  onward.end(body)
}

let emulatorUrl = ''
const door = createServer((request, response) => {
  const parts: Buffer[] = []
  request.on('data', (part: Buffer) => parts.push(part))
  request.on('error', () => response.destroy())
  request.on('end', () => {
    const body = Buffer.concat(parts)
    const url = new URL(request.url ?? '/', emulatorUrl)
    const number = request.method === 'POST' ? numberOf(parse(body)) : null
    if (number === null) return pass(url.href, request, response, body, null)
    const fate = fateOf(seed, number)
    if (refuse(number, fate, response)) return
    if (fate.isWebhookLost) url.searchParams.delete('fal_webhook')
    pass(url.href, request, response, body, fate.scenario)
  })
})

function parse(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'))
  } catch {
    return null
  }
}

await new Promise<void>((resolve) => door.listen(0, '127.0.0.1', resolve))
const publicUrl = `http://127.0.0.1:${(door.address() as AddressInfo).port}`
const emulator = await createEmulator({ seed, speed: 20, concurrency: 8, renderer, publicUrl })
emulatorUrl = emulator.url
process.stdout.write(`${publicUrl}\n`)

process.once('SIGTERM', () => {
  door.close()
  door.closeAllConnections()
  void emulator.close().then(() => process.exit(0))
})
