import { useEffect, useState } from 'react'

/** The time in milliseconds, renewed each second while `isRunning`. */
export function useNow(isRunning: boolean): number {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    if (!isRunning) return
    // oxlint-disable-next-line react/set-state-in-effect -- The clock was read before it stood still.
    setNow(Date.now())
    const timer = setInterval(() => setNow(Date.now()), 1_000)
    return () => clearInterval(timer)
  }, [isRunning])
  return now
}
