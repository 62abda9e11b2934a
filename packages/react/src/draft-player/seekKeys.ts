/** Frames a second of a draft: `FRAMES_PER_SECOND` of preview, which would bring all of its drawing with it. */
export const DRAFT_FRAMES_PER_SECOND = 24

/** Where a key takes the play position: arrows a frame, with Shift and by Page Up and Down a second. Null for any other key. */
export function seekByKey(
  { key, shiftKey }: { key: string; shiftKey: boolean },
  { time, duration, isRightToLeft = false }: { time: number; duration: number; isRightToLeft?: boolean },
): number | null {
  const step = shiftKey ? DRAFT_FRAMES_PER_SECOND : 1
  const forward = isRightToLeft ? -step : step
  const frames: Record<string, number> = {
    ArrowRight: forward,
    ArrowLeft: -forward,
    ArrowUp: step,
    ArrowDown: -step,
    PageUp: DRAFT_FRAMES_PER_SECOND,
    PageDown: -DRAFT_FRAMES_PER_SECOND,
    Home: -Infinity,
    End: Infinity,
  }
  const moved = frames[key]
  if (moved === undefined) return null
  const wanted = (Math.round(time * DRAFT_FRAMES_PER_SECOND) + moved) / DRAFT_FRAMES_PER_SECOND
  return Math.min(Math.max(wanted, 0), duration)
}
