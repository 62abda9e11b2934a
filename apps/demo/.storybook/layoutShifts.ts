/** A PerformanceEntry that TypeScript does not know: https://wicg.github.io/layout-instability/#sec-layout-shift */
interface LayoutShift extends PerformanceEntry {
  /** How much of the page moved times how far, both as parts of it: 0 is nothing. */
  value: number
  sources: readonly { node: Node | null; previousRect: DOMRectReadOnly; currentRect: DOMRectReadOnly }[]
}

/** As long after something was done, what moves is its consequence: twice what the specification has, for a busy machine. */
const CONSEQUENCE_MS = 1_000
const DOINGS = ['pointerdown', 'keydown', 'click', 'input', 'change', 'dragover', 'drop', 'paste', 'wheel']

let shifts: LayoutShift[] = []
let doneAt: number[] = []

const keep = (entries: PerformanceEntryList) => void shifts.push(...(entries as LayoutShift[]))
const observer = new PerformanceObserver((list) => keep(list.getEntries()))
observer.observe({ type: 'layout-shift' })
// `hadRecentInput` knows people alone: it is false for what a play function does.
for (const name of DOINGS)
  addEventListener(name, () => void doneAt.push(performance.now()), { capture: true })

export function forgetLayoutShifts(): void {
  observer.takeRecords()
  shifts = []
  doneAt = []
}

/** What moved since without anybody's doing. It is complete after a frame. */
export function layoutShifts(): { score: number; moved: string[] } {
  keep(observer.takeRecords())
  const unasked = shifts.filter(
    ({ startTime }) => !doneAt.some((time) => time <= startTime && startTime - time < CONSEQUENCE_MS),
  )
  return {
    score: unasked.reduce((sum, { value }) => sum + value, 0),
    moved: unasked.flatMap(({ sources }) =>
      sources.map(
        ({ node, previousRect, currentRect }) =>
          `${nameOf(node)} from ${placeOf(previousRect)} to ${placeOf(currentRect)}`,
      ),
    ),
  }
}

function nameOf(node: Node | null): string {
  const element = node instanceof Element ? node : node?.parentElement
  return element ? [element.localName, ...element.classList].join('.') : 'what is gone'
}

function placeOf({ x, y, width, height }: DOMRectReadOnly): string {
  return `${Math.round(x)},${Math.round(y)} (${Math.round(width)} × ${Math.round(height)})`
}
