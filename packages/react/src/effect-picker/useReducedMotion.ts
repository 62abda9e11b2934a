import { useEffect, useState } from 'react'

const QUERY = '(prefers-reduced-motion: reduce)'

/** Whether the viewer asked for less motion. True until it is known, so that nothing moves by mistake. */
export function useReducedMotion(): boolean {
  const [isReduced, setIsReduced] = useState(true)
  useEffect(() => {
    const query = matchMedia(QUERY)
    const read = () => setIsReduced(query.matches)
    read()
    query.addEventListener('change', read)
    return () => query.removeEventListener('change', read)
  }, [])
  return isReduced
}
