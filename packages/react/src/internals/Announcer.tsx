import { type Ref, useCallback, useImperativeHandle, useState } from 'react'

/**
 * Words for screen readers that nobody sees: spoken politely, one at a time. Render `<Announcement>` once in the component
 * and call `announce` as things happen; the same words again are spoken again.
 */
export function useAnnouncer(): { announce(words: string): void; announcement: string } {
  const [{ words, count }, set] = useState({ words: '', count: 0 })
  const announce = useCallback(
    (next: string) => set((known) => ({ words: next, count: known.count + 1 })),
    [],
  )
  // A change that cannot be seen or heard makes a screen reader read the same words anew.
  return { announce, announcement: words + (count % 2 === 0 ? '' : '\u200b') }
}

export function Announcement({ children }: { children: string }) {
  return (
    <div className="pk-hidden" role="status" aria-live="polite" aria-atomic="true">
      {children}
    </div>
  )
}

export interface AnnouncerHandle {
  announce(words: string): void
}

/**
 * An announcer that holds its words itself: what calls `announce` need not render again for them. The handle is a prop of
 * its own, since React 18 gives a `ref` to no function.
 */
export function Announcer({ handle }: { handle: Ref<AnnouncerHandle> }) {
  const { announce, announcement } = useAnnouncer()
  useImperativeHandle(handle, () => ({ announce }), [announce])
  return <Announcement>{announcement}</Announcement>
}
