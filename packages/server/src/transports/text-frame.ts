// One text message of the WebSocket protocol (RFC 6455, section 5.2) as the bytes that a server sends: not masked, not
// compressed, in one frame.

const FINAL_TEXT = 0x81
const LONGEST_SHORT = 125
const LONGEST_MEDIUM = 0xffff

/** The frame of a message that consists of these parts. They are copied once, so that one `write` sends all of it. */
export function textFrame(...parts: readonly Uint8Array[]): Buffer {
  const length = parts.reduce((sum, part) => sum + part.byteLength, 0)
  const headLength = length <= LONGEST_SHORT ? 2 : length <= LONGEST_MEDIUM ? 4 : 10
  const frame = Buffer.allocUnsafe(headLength + length)
  frame[0] = FINAL_TEXT
  if (headLength === 2) frame[1] = length
  else if (headLength === 4) {
    frame[1] = 126
    frame.writeUInt16BE(length, 2)
  } else {
    frame[1] = 127
    frame.writeBigUInt64BE(BigInt(length), 2)
  }
  let place = headLength
  for (const part of parts) {
    frame.set(part, place)
    place += part.byteLength
  }
  return frame
}
