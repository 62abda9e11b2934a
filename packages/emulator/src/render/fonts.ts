import { createRequire } from 'node:module'
import { GlobalFonts } from '@napi-rs/canvas'

/** Makes the drafts' font known to the canvas of this thread: a bare machine has none at all. */
export function registerFonts(): void {
  const { resolve } = createRequire(import.meta.url)
  for (const weight of [600, 800]) {
    GlobalFonts.registerFromPath(
      resolve(`@fontsource/inter/files/inter-latin-${weight}-normal.woff`),
      'Inter',
    )
    GlobalFonts.registerFromPath(
      resolve(`@fontsource/inter/files/inter-latin-ext-${weight}-normal.woff`),
      'Inter Extended',
    )
  }
}
