import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { undescribedProps } from './props.mjs'

test('a prop without a docstring is named with its component, wherever it is declared', () => {
  const folder = mkdtempSync(join(tmpdir(), 'pika-kit-props-'))
  try {
    writeFileSync(
      join(folder, 'Box.tsx'),
      `export interface BoxProps {
        /** How wide it is, in pixels. */
        width: number
        height?: number
      }
      export const Box = Object.assign(({ width }: BoxProps) => String(width), { Lid: null })`,
    )
    const file = join(folder, 'index.ts')
    writeFileSync(file, `export { Box } from './Box.tsx'`)
    expect(undescribedProps(file)).toEqual({ count: 2, problems: ['Box.height'] })
  } finally {
    rmSync(folder, { recursive: true })
  }
})
