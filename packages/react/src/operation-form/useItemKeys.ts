/* oxlint-disable react/refs -- The keys run ahead of the renders: an upload that ends between two of them asks where its item is. */
import { useCallback, useId, useRef } from 'react'

export interface ItemKeys {
  keyAt(index: number): string
  /** Where the item with this key stands now. */
  placeOf(key: string): number
  /** Takes the key of an item out, before the item goes. */
  remove(index: number): void
}

/** Keys that stay with the items of a list: their controls may be in the middle of an upload while others go. */
export function useItemKeys(length: number): ItemKeys {
  const base = useId()
  const next = useRef(0)
  const keys = useRef<string[]>([])
  while (keys.current.length < length) keys.current.push(`${base}${next.current++}`)
  keys.current.length = length
  return {
    keyAt: (index) => keys.current[index] ?? '',
    placeOf: useCallback((key) => keys.current.indexOf(key), []),
    remove: useCallback((index) => void keys.current.splice(index, 1), []),
  }
}
