import { MEDIA_TYPES, type MediaKind } from '@pika-kit/core'
import type { DropJudgement } from '../internals/useDropTarget.ts'

/** The `accept` of a file input. Named one by one: an iPhone then gives its HEIC pictures as JPEG. */
export function acceptOf(kind: MediaKind): string {
  return MEDIA_TYPES.filter((known) => known.kind === kind)
    .map(({ type }) => type)
    .join()
}

/** Whether something that is held over a field looks like what it takes. A type that is not told is looked into when it is dropped. */
export function judgeTransfer(transfer: DataTransfer, kind: MediaKind): DropJudgement {
  const files = [...transfer.items].filter((item) => item.kind === 'file')
  if (files.length > 0)
    return files.some(({ type }) => type === '' || type.startsWith(`${kind}/`)) ? 'accept' : 'reject'
  return /Files|text\/(uri-list|plain)/.test(transfer.types.join()) ? 'accept' : null
}

/** An address that was pasted or dropped as text; null when the text is none. */
export function addressOf(transfer: DataTransfer | null): string | null {
  const text = (transfer?.getData('text/uri-list') || transfer?.getData('text/plain') || '').trim()
  return isAddress(text) ? text : null
}

/** Whether a text looks like an address, so that a paste of it is meant as one. */
export function isAddress(text: string): boolean {
  return /^https?:\/\/\S+$/i.test(text) || /^data:(image|video)\//.test(text)
}
