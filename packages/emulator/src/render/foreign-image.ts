/** The name of an image format that drafts cannot read, by its first bytes; undefined for what is no known image. */
export function foreignImageFormat(head: Buffer): string | undefined {
  const start = head.toString('latin1', 0, 4)
  if (start === 'II*\0' || start === 'MM\0*') return 'TIFF'
  if (start.startsWith('BM') && head.length > 26) return 'BMP'
  if (start === '8BPS') return 'Photoshop'
  if (head.toString('latin1', 4, 8) === 'ftyp') return brandedFormat(head.toString('latin1', 8, 12))
  // An SVG may begin with a declaration, a doctype and comments.
  return /^\uFEFF?\s*(<\?xml|<!DOCTYPE svg|<!--|<svg)/i.test(head.toString('utf8', 0, 512)) &&
    head.subarray(0, 4096).includes('<svg')
    ? 'SVG'
    : undefined
}

// HEIF's brands: ISO/IEC 23008-12, and AVIF's own. They share the box layout of MP4.
function brandedFormat(brand: string): string | undefined {
  if (/^(heic|heix|hevc|hevx|heim|heis|mif1|msf1)$/.test(brand)) return 'HEIC'
  return /^avi[fs]$/.test(brand) ? 'AVIF' : undefined
}
