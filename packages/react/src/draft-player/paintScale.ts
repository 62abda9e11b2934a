const SCALES = [1, 0.75, 0.5] as const
/** Of the 16.7 ms that a frame has, what drawing may take; the rest is for handing it over. */
const BUDGET_MS = 13
/** Frames that are looked at together: one slow frame is no reason. */
const FRAMES = 10

/**
 * How large a draft is painted while it plays, 1 or less: as large as can be drawn in time. It learns from how long the
 * frames before took.
 */
export interface PaintScale {
  readonly value: number
  /** Takes what a frame at the present scale took, in milliseconds. */
  note(took: number): void
}

export function createPaintScale(): PaintScale {
  let step = 0
  let times: number[] = []
  const scaleAt = (index: number) => SCALES[index] ?? 1

  return {
    get value() {
      return scaleAt(step)
    },
    note(took) {
      times.push(took)
      if (times.length < FRAMES) return
      const usual = times.toSorted((a, b) => a - b)[FRAMES >> 1] ?? 0
      times = []
      // What it would take one step larger: drawing costs by the pixel. With room, or it would go back and forth.
      const larger = usual * (scaleAt(step - 1) / scaleAt(step)) ** 2
      if (usual > BUDGET_MS && step < SCALES.length - 1) step++
      else if (step > 0 && larger < BUDGET_MS * 0.7) step--
    },
  }
}
