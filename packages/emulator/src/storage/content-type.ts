// Types that a browser only shows and never runs. Anything else (HTML, SVG, XML) would be a page on the emulator's origin.
const HARMLESS = /^(image\/(?!svg)|video\/|audio\/|text\/plain|application\/(json|octet-stream|pdf|zip))/i

/** The content type to serve a stored file with: the given one where it is harmless, else plain bytes. */
export function servedContentType(contentType: string): string {
  return HARMLESS.test(contentType) ? contentType : 'application/octet-stream'
}
