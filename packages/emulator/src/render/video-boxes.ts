import type { FileHandle } from 'node:fs/promises'

/**
 * Whether an MP4 or MOV ends before its last box does. A decoder plays what is there and says nothing, as it does with the
 * half of a download; fal gets whole files or an error.
 */
export async function isVideoTruncated(handle: FileHandle, size: number): Promise<boolean> {
  const header = Buffer.alloc(16)
  let at = 0
  while (at + 8 <= size) {
    const { bytesRead } = await handle.read(header, 0, 16, at)
    if (bytesRead < 8) return true
    const length = header.readUInt32BE(0)
    // 0: to the end of the file. 1: the length follows in 64 bits.
    if (length === 0) return false
    const whole = length === 1 ? Number(header.readBigUInt64BE(8)) : length
    if (whole < 8) return false
    at += whole
  }
  return at > size
}
