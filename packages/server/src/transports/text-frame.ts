// One text message of the WebSocket protocol (RFC 6455, section 5.2) as the bytes that a server sends: not masked, not
// compressed, in one frame. Bytes are kept as `latin1` text, a character each: Node writes a short text straight from the
// string, where a Buffer for each connection would have to be made and collected (about 5 % of a delivery).

const FINAL_TEXT = '\x81'
const LONGEST_SHORT = 125
const LONGEST_MEDIUM = 0xffff

/** Text as its UTF-8 bytes, a character for each: what `textFrame` takes, and what is joined to it. */
export function bytesOf(text: string): string {
  return Buffer.from(text).toString('latin1')
}

/** The frame of a message of these bytes, to be written as `latin1`. */
export function textFrame(bytes: string): string {
  const { length } = bytes
  if (length <= LONGEST_SHORT) return FINAL_TEXT + String.fromCharCode(length) + bytes
  if (length <= LONGEST_MEDIUM)
    return FINAL_TEXT + '\x7e' + String.fromCharCode(length >> 8, length & 0xff) + bytes
  const head = Buffer.alloc(8)
  head.writeBigUInt64BE(BigInt(length))
  return FINAL_TEXT + '\x7f' + head.toString('latin1') + bytes
}
