/** Draws stills one at a time, with the page free to answer in between: sixteen at once would hold it for a second. */
const waiting: (() => void)[] = []
let isRunning = false

/** Calls `draw` when its turn comes; the function it gives takes it back. */
export function enqueuePoster(draw: () => void): () => void {
  waiting.push(draw)
  if (!isRunning) next()
  return () => {
    const place = waiting.indexOf(draw)
    if (place >= 0) waiting.splice(place, 1)
  }
}

function next() {
  isRunning = waiting.length > 0
  if (!isRunning) return
  // Not while something else is to be done; but within half a second, on a page that is never idle.
  const wait =
    typeof requestIdleCallback === 'function'
      ? (run: () => void) => requestIdleCallback(run, { timeout: 500 })
      : (run: () => void) => setTimeout(run, 16)
  wait(() => {
    waiting.shift()?.()
    next()
  })
}
