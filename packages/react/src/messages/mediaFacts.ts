import { MEDIA_TYPES, type MediaKind } from '@pika-kit/core'
import type { Formats } from './formats.ts'

/** What is known of a medium: its format, its width and height, its seconds, its bytes. What is null is not. */
export type MediaFacts = [
  type: string | null,
  size: { width: number; height: number } | null,
  seconds: number | null,
  bytes: number | null,
]

/** `PNG · 480 × 270 · 12 kB`. `secondsOf` writes a length: `7.1 s`. */
export function mediaFacts(
  { number, fileSize, isolate }: Formats,
  secondsOf: (seconds: string) => string,
  [type, size, seconds, bytes]: MediaFacts,
): string {
  const plain = (value: number) => number(value, { useGrouping: false })
  return (
    [
      type && isolate(type),
      size && isolate(`${plain(size.width)} × ${plain(size.height)}`),
      seconds === null
        ? null
        : secondsOf(number(seconds, { minimumFractionDigits: 1, maximumFractionDigits: 1 })),
      bytes === null ? null : fileSize(bytes),
    ]
      .filter((fact) => fact !== null)
      // Lines break between the facts, not in them.
      .map((fact) => fact.replaceAll(' ', '\u00a0'))
      .join(' · ')
  )
}

/** What people call the formats of a kind, or of both: `PNG`, `JPEG`. */
export function mediaTitles(kind: MediaKind | null): string[] {
  return MEDIA_TYPES.filter((known) => !kind || known.kind === kind).map(({ title }) => title)
}
