// What is noted inside of the page and of its workers, without their help: when a frame was painted, and how long that took.

/** Milliseconds. */
export interface Painted {
  /** By the clock of the whole browser: when the painting had ended. */
  at: number
  took: number
}

export interface Noted {
  painted: Painted[]
  /** When the page, or the worker, was called for a frame. */
  called: number[]
  /** Milliseconds of each task of the main thread of 50 ms and more. */
  longTasks: number[]
  /** When the first picture was painted on a canvas that is in the page, also outside of a frame. */
  first: number[]
}

/** Runs in the page and in each worker, before their own code where it can be: it may use nothing from outside. */
export function installProbe(): void {
  const scope = globalThis as typeof globalThis & { pikaNoted?: Noted }
  if (scope.pikaNoted) return
  const noted: Noted = { painted: [], called: [], longTasks: [], first: [] }
  scope.pikaNoted = noted
  let hasPainted = false
  const contexts = [scope.CanvasRenderingContext2D, scope.OffscreenCanvasRenderingContext2D]
  for (const prototype of contexts.flatMap((context) => (context ? [context.prototype] : []))) {
    for (const name of ['putImageData', 'drawImage', 'fillRect'] as const) {
      const original = prototype[name] as (...values: unknown[]) => void
      Object.assign(prototype, {
        [name](this: CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D, ...values: unknown[]) {
          hasPainted = true
          original.apply(this, values)
          if ('isConnected' in this.canvas && this.canvas.isConnected && noted.first.length === 0)
            noted.first.push(performance.timeOrigin + performance.now())
        },
      })
    }
  }
  const request = scope.requestAnimationFrame.bind(scope)
  scope.requestAnimationFrame = (callback) =>
    request((now) => {
      const start = performance.now()
      noted.called.push(now)
      hasPainted = false
      callback(now)
      const end = performance.now()
      if (hasPainted) noted.painted.push({ at: performance.timeOrigin + end, took: end - start })
    })
  if (scope.PerformanceObserver?.supportedEntryTypes.includes('longtask')) {
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) noted.longTasks.push(duration)
    }).observe({ type: 'longtask' })
  }
}
