/** `0:07`, `1:05`, `1:00:00`; whole seconds. */
export function formatClock(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds))
  const [hours, minutes, rest] = [Math.floor(whole / 3_600), Math.floor((whole % 3_600) / 60), whole % 60]
  const tail = `${minutes}:${String(rest).padStart(2, '0')}`
  return hours > 0 ? `${hours}:${tail.padStart(5, '0')}` : tail
}
