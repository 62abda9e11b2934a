// A WebSocket client that costs next to nothing: the crowd shares the machine with the server that is measured, and must not be
// what limits it. It reads the heads of frames and hands on the bytes behind them; it does not join fragments or inflate.
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { type IncomingMessage, request } from 'node:http'
import type { Socket } from 'node:net'

export interface LightSocket {
  send(text: string): void
  /** For each text message, as it came. */
  onText: (payload: Buffer) => void
  destroy(): void
}

const FINAL = 0x80
const TEXT = 0x1
const CLOSE = 0x8
const PING = 0x9
const PONG = 0xa
const MASKED = 0x80

/** Opens one that speaks graphql-transport-ws. Throws when the server does not take it, or closes it. */
export async function openLightSocket(url: string): Promise<LightSocket> {
  const asked = request(url.replace(/^ws/, 'http'), {
    agent: false,
    headers: {
      connection: 'Upgrade',
      upgrade: 'websocket',
      'sec-websocket-version': '13',
      'sec-websocket-key': randomBytes(16).toString('base64'),
      'sec-websocket-protocol': 'graphql-transport-ws',
    },
  })
  asked.end()
  const [, socket, head] = (await once(asked, 'upgrade')) as [IncomingMessage, Socket, Buffer]
  socket.setNoDelay(true)
  socket.on('error', (error) => {
    throw new Error('the server cut a connection', { cause: error })
  })
  const write = (opcode: number, payload: Buffer) => socket.write(maskedFrame(opcode, payload))
  const light: LightSocket = {
    send: (text) => void write(TEXT, Buffer.from(text)),
    onText: () => {},
    destroy: () => socket.destroy(),
  }
  let left: Buffer = Buffer.alloc(0)
  const read = (chunk: Buffer) => {
    const bytes = left.length > 0 ? Buffer.concat([left, chunk]) : chunk
    let place = 0
    for (;;) {
      const frame = frameAt(bytes, place)
      if (!frame) break
      place = frame.end
      if (frame.opcode === TEXT) light.onText(frame.payload)
      else if (frame.opcode === PING) write(PONG, frame.payload)
      else if (frame.opcode === CLOSE)
        throw new Error(`the server closed: ${frame.payload.subarray(2).toString()}`)
    }
    left = bytes.subarray(place)
  }
  socket.on('data', read)
  if (head.length > 0) read(head)
  return light
}

function frameAt(bytes: Buffer, place: number): { opcode: number; payload: Buffer; end: number } | null {
  const first = bytes[place]
  const short = bytes[place + 1]
  if (first === undefined || short === undefined) return null
  let begin = place + 2
  let length = short
  if (short === 126) {
    begin += 2
    if (bytes.length < begin) return null
    length = bytes.readUInt16BE(begin - 2)
  } else if (short > 126) throw new Error('a message of 64 KB or more, or masked: not of this bench')
  const end = begin + length
  return bytes.length < end ? null : { opcode: first & 0x0f, payload: bytes.subarray(begin, end), end }
}

function maskedFrame(opcode: number, payload: Buffer): Buffer {
  if (payload.length > 0xffff) throw new Error('a message of 64 KB or more: not of this bench')
  const isShort = payload.length < 126
  const head = isShort
    ? Buffer.from([FINAL | opcode, MASKED | payload.length])
    : Buffer.from([FINAL | opcode, MASKED | 126, payload.length >> 8, payload.length & 0xff])
  // A mask of zeros is one, too, and leaves the bytes as they are.
  return Buffer.concat([head, Buffer.alloc(4), payload])
}
