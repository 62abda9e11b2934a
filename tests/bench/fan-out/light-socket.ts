// A WebSocket client that costs next to nothing: the crowd shares the machine with the server that is measured, and must not be
// what limits it. It reads the heads of frames and hands on the bytes behind them; it does not join fragments or inflate.
import { randomBytes } from 'node:crypto'
import { connect } from 'node:net'

export interface LightSocket {
  send(text: string): void
  /** For each text message, as it came. The bytes are valid until it returns: all sockets read into one buffer. */
  onText: (payload: Buffer) => void
  destroy(): void
}

const FINAL = 0x80
const TEXT = 0x1
const CLOSE = 0x8
const PING = 0x9
const PONG = 0xa
const MASKED = 0x80
const HEAD_END = '\r\n\r\n'
const NOTHING = Buffer.alloc(0)

// Node would make each chunk a buffer of its own and pass it through a stream: with it, reading a message costs as much as
// writing one.
const shared = Buffer.allocUnsafe(65_536)

/** Opens one that speaks graphql-transport-ws. Throws when the server does not take it, or closes it. */
export async function openLightSocket(url: string): Promise<LightSocket> {
  const { hostname, port, pathname } = new URL(url)
  const upgraded = Promise.withResolvers<void>()
  let isUpgraded = false
  let left: Buffer = NOTHING
  const socket = connect({
    host: hostname,
    port: Number(port),
    noDelay: true,
    onread: {
      buffer: shared,
      callback(length) {
        const chunk = shared.subarray(0, length)
        const bytes = left.length > 0 ? Buffer.concat([left, chunk]) : chunk
        const read = isUpgraded ? readFrames(bytes) : readHead(bytes)
        left = read === bytes.length ? NOTHING : Buffer.from(bytes.subarray(read))
        return true
      },
    },
  })
  socket.on('error', (error) => {
    throw new Error('the server cut a connection', { cause: error })
  })
  socket.write(
    [
      `GET ${pathname} HTTP/1.1`,
      `host: ${hostname}:${port}`,
      'connection: Upgrade',
      'upgrade: websocket',
      'sec-websocket-version: 13',
      `sec-websocket-key: ${randomBytes(16).toString('base64')}`,
      'sec-websocket-protocol: graphql-transport-ws',
      '\r\n',
    ].join('\r\n'),
  )
  const write = (opcode: number, payload: Buffer) => socket.write(maskedFrame(opcode, payload))
  const light: LightSocket = {
    send: (text) => void write(TEXT, Buffer.from(text)),
    onText: () => {},
    destroy: () => socket.destroy(),
  }

  /** How many bytes of the answer to the upgrade are read: none until its head is whole. */
  function readHead(bytes: Buffer): number {
    const end = bytes.indexOf(HEAD_END)
    if (end === -1) return 0
    const head = bytes.toString('latin1', 0, end)
    if (!head.startsWith('HTTP/1.1 101 '))
      throw new Error(`instead of the upgrade came ${head.split('\r\n', 1)[0]}`)
    isUpgraded = true
    upgraded.resolve()
    const begin = end + HEAD_END.length
    return begin + readFrames(bytes.subarray(begin))
  }

  /** How many bytes whole frames took. */
  function readFrames(bytes: Buffer): number {
    let place = 0
    for (;;) {
      const frame = frameAt(bytes, place)
      if (!frame) return place
      place = frame.end
      if (frame.opcode === TEXT) light.onText(frame.payload)
      else if (frame.opcode === PING) write(PONG, frame.payload)
      else if (frame.opcode === CLOSE)
        throw new Error(`the server closed: ${frame.payload.subarray(2).toString()}`)
    }
  }

  await upgraded.promise
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
