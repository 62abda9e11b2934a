import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sniffMedia } from './sniff-media.ts'

const bytes = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0))

test.each([
  ['image/png', '\x89PNG\r\n\x1a\n\0\0\0\rIHDR'],
  ['image/jpeg', '\xff\xd8\xff\xe0\0\x10JFIF'],
  ['image/gif', 'GIF89a\x01\0'],
  ['image/webp', 'RIFF\x24\0\0\0WEBPVP8 '],
  ['image/avif', '\0\0\0\x1cftypavif\0\0\0\0mif1avifmiaf'],
  ['image/avif', '\0\0\0\x1cftypmif1\0\0\0\0mif1avifmiaf'],
  ['image/heic', '\0\0\0\x18ftypheic\0\0\0\0mif1heic'],
  ['image/heic', '\0\0\0\x18ftypmif1\0\0\0\0mif1heic'],
  ['video/mp4', '\0\0\0\x20ftypisom\0\0\x02\0isomiso2avc1mp41'],
  ['video/quicktime', '\0\0\0\x14ftypqt  \0\0\x02\0qt  '],
  ['video/quicktime', '\0\0\0\x08wide\0\0\x10\0mdat'],
  ['audio/mp4', '\0\0\0\x18ftypM4A \0\0\x02\0isomiso2'],
  ['video/webm', '\x1a\x45\xdf\xa3\x9f\x42\x86\x81\x01\x42\x82\x84webm'],
  ['video/matroska', '\x1a\x45\xdf\xa3\x9f\x42\x86\x81\x01\x42\x82\x88matroska'],
  ['video/vnd.avi', 'RIFF\x24\0\0\0AVI LIST'],
  ['text/html', '\xef\xbb\xbf\n <!DOCTYPE html><html lang="en">'],
  ['image/svg+xml', '<?xml version="1.0"?>\n<!-- drawn --><svg xmlns="http://www.w3.org/2000/svg">'],
  ['application/pdf', '%PDF-1.7'],
])('%s', (type, start) => {
  expect(sniffMedia(bytes(start))).toBe(type)
})

test('what shows nothing is nothing', () => {
  expect(sniffMedia(bytes(''))).toBeNull()
  expect(sniffMedia(bytes('dear diary'))).toBeNull()
  expect(sniffMedia(bytes('nothing like WEBP'))).toBeNull()
})

test('a signature holds whatever follows it, and any bytes have an answer', () => {
  const anything = fc.uint8Array({ maxLength: 700 })
  fc.assert(
    fc.property(anything, (some) => {
      const picture = Uint8Array.from([...bytes('\x89PNG\r\n\x1a\n'), ...some])
      expect(sniffMedia(picture)).toBe('image/png')
      expect(sniffMedia(some)).not.toBeUndefined()
    }),
  )
})
