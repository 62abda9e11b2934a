/** The files of a drop or a paste that are of a kind. */
export function filesOf(
  transfer: DataTransfer | null,
  kind: 'image' | 'video',
): { fitting: File[]; others: File[] } {
  const files = [...(transfer?.files ?? [])]
  return {
    fitting: files.filter((file) => file.type.startsWith(`${kind}/`)),
    others: files.filter((file) => !file.type.startsWith(`${kind}/`)),
  }
}

/** An address that was pasted or dropped as text; null when the text is none. */
export function addressOf(transfer: DataTransfer | null): string | null {
  const text = (transfer?.getData('text/uri-list') || transfer?.getData('text/plain') || '').trim()
  return isAddress(text) ? text : null
}

/** Whether a text is an address that the operations take. */
export function isAddress(text: string): boolean {
  return /^https?:\/\/\S+$/i.test(text) || text.startsWith('data:image/') || text.startsWith('data:video/')
}
