/** How many bytes from the start of a file `sniffMedia` wants. */
export const SNIFFED_BYTES = 512

/**
 * The MIME type that the first bytes of a file show, null when they show none that is known here. Names and claims are not
 * looked at: a page called `cat.png` is `text/html`. Beside the media it knows what is most often taken for one, so that a
 * refusal can name it. By https://mimesniff.spec.whatwg.org/ and, for AVIF, HEIC and QuickTime, the brands of ISO/IEC 14496-12.
 *
 * The server asks `file-type`, which would be 18 kB of the kit; a test there holds the two to the same answers.
 */
export function sniffMedia(bytes: Uint8Array): string | null {
  const start = bytes.subarray(0, SNIFFED_BYTES)
  return bySignature(start) ?? byBrand(start) ?? byText(start)
}

const SIGNATURES: readonly (readonly [type: string, bytes: string, offset?: number])[] = [
  ['image/png', '\x89PNG\r\n\x1a\n'],
  ['image/jpeg', '\xff\xd8\xff'],
  ['image/gif', 'GIF87a'],
  ['image/gif', 'GIF89a'],
  ['image/webp', 'WEBP', 8],
  ['video/vnd.avi', 'AVI ', 8],
  ['image/bmp', 'BM'],
  ['image/tiff', 'II*\0'],
  ['image/tiff', 'MM\0*'],
  ['image/vnd.adobe.photoshop', '8BPS'],
  ['application/pdf', '%PDF-'],
  ['application/zip', 'PK\x03\x04'],
]

/** Bytes as text, a letter a byte, so that they can be compared with the signatures. */
function textOf(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes)
}

function bySignature(start: Uint8Array): string | null {
  const text = textOf(start)
  for (const [type, signature, offset = 0] of SIGNATURES)
    if (text.startsWith(signature, offset) && (offset === 0 || text.startsWith('RIFF'))) return type
  // Matroska and WebM share their first bytes; the name of the format follows within the header.
  if (text.startsWith('\x1a\x45\xdf\xa3')) return text.includes('webm') ? 'video/webm' : 'video/matroska'
  return null
}

const BRANDS: readonly (readonly [type: string, brands: RegExp])[] = [
  ['image/avif', /^avi[fs]/],
  ['image/heic', /^(hei[cmsx]|hev[cmsx]|mif1|msf1)/],
  ['video/quicktime', /^qt {2}/],
  ['audio/mp4', /^M4[ABP] /],
]

/** Files of the ISO base media format say in their first box what they are; QuickTime's older ones have no such box. */
function byBrand(start: Uint8Array): string | null {
  const box = textOf(start.subarray(4, 8))
  if (/^(moov|mdat|wide|free|skip|pnot)$/.test(box)) return 'video/quicktime'
  if (box !== 'ftyp') return null
  const length = new DataView(start.buffer, start.byteOffset, start.byteLength).getUint32(0)
  // The major brand, a version, and the brands that it is compatible with: HEIF's general brands are resolved by these.
  const brands = textOf(start.subarray(8, Math.min(length, start.length))).match(/[^]{4}/g) ?? []
  const [major = '', , ...compatible] = brands
  const isGeneral = /^(mif1|msf1)/.test(major)
  if (isGeneral && compatible.some((brand) => /^avi[fs]/.test(brand))) return 'image/avif'
  return BRANDS.find(([, pattern]) => pattern.test(major))?.[0] ?? 'video/mp4'
}

function byText(start: Uint8Array): string | null {
  const text = textOf(start)
    .replace(/^\xef\xbb\xbf/, '')
    .trimStart()
    .toLowerCase()
  if (/^(<!doctype html|<html|<head|<body|<script)/.test(text)) return 'text/html'
  if (/^(<\?xml[^]*?)?(<!--[^]*?-->\s*)*(<!doctype svg[^]*?>\s*)?<svg/.test(text)) return 'image/svg+xml'
  return null
}
