// What a media input holds, as pure steps. Uploads, checks and words are elsewhere: see useMediaInput.ts.

/** What is known of a medium. Null is not known: of an address little is, until it has been shown. */
export interface MediaDetails {
  name: string | null
  /** MIME type, as its bytes say. */
  type: string | null
  bytes: number | null
  /** In pixels. */
  width: number | null
  height: number | null
  /** Of a video. */
  seconds: number | null
}

/** One medium in the list. */
export interface MediaItem {
  /** Stays as it is while the medium uploads, arrives and moves. */
  id: string
  /** Null until its file has arrived. */
  url: string | null
  details: MediaDetails
  /** What this one takes the place of; put back where this one is given up before it has arrived. */
  before?: MediaItem | undefined
}

export interface MediaItems {
  items: readonly MediaItem[]
  /** The newest removal, which can be taken back; null after any other step. */
  removed: { item: MediaItem; at: number } | null
}

export type MediaStep =
  | { type: 'add'; items: readonly MediaItem[] }
  | { type: 'replace'; id: string; item: MediaItem }
  /** Its file has arrived. */
  | { type: 'arrive'; id: string; url: string }
  /** Ends one that has not arrived; what was there before comes back. */
  | { type: 'give-up'; id: string }
  | { type: 'remove'; id: string }
  | { type: 'put-back' }
  | { type: 'move'; id: string; to: number }
  | { type: 'describe'; id: string; details: Partial<MediaDetails> }
  /** The addresses come from outside. What has one of them stays what it is. */
  | { type: 'adopt'; urls: readonly string[]; newId: () => string }

export const noMedia: MediaItems = { items: [], removed: null }

/** The list after a step; the same object where the step changes nothing. */
export function stepMedia(state: MediaItems, step: MediaStep): MediaItems {
  const { items } = state
  const index = 'id' in step ? items.findIndex(({ id }) => id === step.id) : -1
  const item = items[index]
  const become = (next: readonly MediaItem[]): MediaItems => ({ items: next, removed: null })
  switch (step.type) {
    case 'add':
      return step.items.length === 0 ? state : become([...items, ...step.items])
    case 'adopt':
      return become(adopted(items, step.urls, step.newId))
    case 'put-back':
      return state.removed ? become(items.toSpliced(state.removed.at, 0, state.removed.item)) : state
    default:
  }
  if (!item) return state
  switch (step.type) {
    case 'replace':
      if (step.item.url !== null) return become(items.with(index, step.item))
      // One that has not arrived is nothing to come back to; what it took the place of still is.
      return become(items.with(index, { ...step.item, before: item.url === null ? item.before : bare(item) }))
    case 'arrive':
      return become(items.with(index, { ...bare(item), url: step.url }))
    case 'give-up':
      if (item.url !== null) return state
      return become(item.before ? items.with(index, item.before) : items.toSpliced(index, 1))
    case 'remove':
      return {
        items: items.toSpliced(index, 1),
        removed: item.url === null ? null : { item: bare(item), at: index },
      }
    case 'move': {
      const to = Math.max(0, Math.min(step.to, items.length - 1))
      return to === index ? state : become(items.toSpliced(index, 1).toSpliced(to, 0, item))
    }
    case 'describe':
      return {
        ...state,
        items: items.with(index, { ...item, details: { ...item.details, ...step.details } }),
      }
  }
}

/** The addresses that a list stands for: of what has arrived, in its order. */
export function urlsOf({ items }: MediaItems): string[] {
  return items.flatMap(({ url }) => (url === null ? [] : [url]))
}

/** Every item that may still be shown: in the list, behind one that uploads, or removed just now. */
export function idsOf({ items, removed }: MediaItems): Set<string> {
  const shown = removed ? [...items, removed.item] : items
  return new Set(shown.flatMap(({ id, before }) => (before ? [id, before.id] : [id])))
}

/** What an address alone tells. */
export function detailsOfUrl(url: string): MediaDetails {
  const unknown = { name: null, type: null, bytes: null, width: null, height: null, seconds: null }
  const data = /^data:([^;,]+)[^,]*,(.*)$/s.exec(url)
  if (data) {
    const [, type = null, base64 = ''] = data
    return { ...unknown, type, bytes: Math.floor((base64.replace(/=+$/, '').length * 3) / 4) }
  }
  if (!/^https?:/i.test(url) || !URL.canParse(url)) return unknown
  const last = new URL(url).pathname.split('/').at(-1) ?? ''
  return { ...unknown, name: readable(last) || new URL(url).host }
}

function adopted(
  items: readonly MediaItem[],
  urls: readonly string[],
  newId: () => string,
): readonly MediaItem[] {
  const left = [...items]
  return urls.map((url) => {
    const known = left.findIndex((item) => item.url === url)
    const [same] = known < 0 ? [] : left.splice(known, 1)
    return same ?? { id: newId(), url, details: detailsOfUrl(url) }
  })
}

const bare = ({ id, url, details }: MediaItem): MediaItem => ({ id, url, details })

function readable(segment: string): string {
  try {
    return decodeURIComponent(segment)
  } catch {
    // An address may hold a % that stands for nothing.
    return segment
  }
}
