import type { Draft, DraftContext, Steps } from '@pika-kit/preview'
import { createPaintScale } from './paintScale.ts'

/** What both a canvas of the page and one that was handed to a worker can do. */
export interface PaintCanvas {
  width: number
  height: number
  getContext(kind: '2d', options: { willReadFrequently: boolean }): DraftContext | null
}

/** Paints one draft on one canvas: a second that is asked for, or all of them by the clock. The same on the page and in a worker. */
export interface DraftPlayback {
  /** Takes the place of the draft before; goes on where that one was. */
  setDraft(draft: Draft): void
  /** Stops, and paints this second in full size. */
  show(seconds: number): void
  /** Plays to the end. `startedAt`: when second 0 was, or would have been, by `performance.now()` of this thread. */
  play(startedAt: number): void
  close(): void
}

/** Milliseconds that are searched at a time: a frame that is due meanwhile waits no longer than that. */
const SEARCH_MS = 5

/**
 * `isAlone`: whether the thread has nothing else to do, as a worker has. Then it searches whenever it does not paint, and holds
 * pixels in memory, which a page's own canvas would copy twice (measured in Chromium without a graphics card).
 */
export function createDraftPlayback(canvas: PaintCanvas, { isAlone }: { isAlone: boolean }): DraftPlayback {
  let draft: Draft | undefined
  /** The draft in the sizes in which it was painted, by their width. */
  const sizes = new Map<number, Draft>()
  let context: DraftContext | null | undefined
  let startedAt: number | null = null
  let wanted = 0
  let isPainted = false
  let isStandIn = false
  let search: Steps | undefined
  let frame = 0
  let isClosed = false
  let timer: ReturnType<typeof setTimeout> | undefined
  const scale = createPaintScale()

  function request(): void {
    frame ||= requestAnimationFrame(tick)
  }

  function tick(now: number): void {
    frame = 0
    if (!draft) return
    const start = performance.now()
    if (startedAt !== null) {
      // A frame that was due before the start is called after it at times: the first second is 0 all the same.
      wanted = Math.max(0, (now - startedAt) / 1_000)
      isPainted = false
      if (wanted >= draft.duration) startedAt = null
    }
    if (!isPainted || (isStandIn && isFound())) paint(draft)
    // A stand-in costs next to nothing, and says nothing about the frames that follow.
    if (startedAt !== null && !isStandIn) scale.note(performance.now() - start)
    // In a task of its own: what was painted is on its way to the screen meanwhile.
    if (search) timer ??= setTimeout(searchOn)
    if (startedAt !== null) request()
  }

  function isFound(): boolean {
    return draft?.search?.isDoneFor(wanted) ?? true
  }

  /** A draft in the size in which it is painted now; itself where it has no other. */
  function sizedOf(full: Draft): Draft {
    const factor = startedAt === null ? 1 : scale.value
    if (factor === 1 || !full.resized) return full
    const size = { width: evenOf(full.width * factor), height: evenOf(full.height * factor) }
    const known = sizes.get(size.width) ?? full.resized(size)
    sizes.set(size.width, known)
    return known
  }

  function paint(full: Draft): void {
    const sized = sizedOf(full)
    if (canvas.width !== sized.width) canvas.width = sized.width
    if (canvas.height !== sized.height) canvas.height = sized.height
    context ??= canvas.getContext('2d', { willReadFrequently: isAlone && full.fill !== undefined })
    isPainted = true
    isStandIn = !isFound()
    if (!context) return
    const seconds = Math.min(wanted, full.duration)
    if (isStandIn) sized.search?.drawMeanwhile(context, seconds)
    else sized.draw(context, seconds)
  }

  /** Some steps of the search; the rest in another task, on a page after the next frame. */
  function searchOn(): void {
    timer = undefined
    const end = performance.now() + SEARCH_MS
    while (search && performance.now() < end) if (search.next().done) search = undefined
    if (search && isAlone) timer = setTimeout(searchOn)
    if ((search && !isAlone) || (isStandIn && isFound())) request()
  }

  function change(): void {
    isPainted = false
    // In the order of play from here on; a search that was begun is not lost.
    search = draft?.search?.stepsFrom(Math.min(wanted, draft.duration))
    request()
  }

  return {
    setDraft(next) {
      if (isClosed) return
      draft = next
      sizes.clear()
      change()
    },
    show(seconds) {
      startedAt = null
      wanted = seconds
      change()
    },
    play(from) {
      startedAt = from
      wanted = Math.max(0, (performance.now() - from) / 1_000)
      change()
    },
    close() {
      isClosed = true
      draft = search = undefined
      sizes.clear()
      cancelAnimationFrame(frame)
      clearTimeout(timer)
    },
  }
}

function evenOf(pixels: number): number {
  return Math.max(2, Math.round(pixels / 2) * 2)
}
