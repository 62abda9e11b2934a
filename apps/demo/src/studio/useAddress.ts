import { useCallback, useEffect, useState } from 'react'

/** What the address of the page says: which operation is open, and which generation is shown. */
export interface Address {
  operationId: string
  generationId: string | null
}

/** Keeps the state of the page in its address (`#PIKAFRAMES/gen_…`), so that a reload goes on where it was. */
export function useAddress(fallback: string): [Address, (next: Partial<Address>) => void] {
  const [address, setAddress] = useState(() => read(fallback))
  useEffect(() => {
    const onChange = () => setAddress(read(fallback))
    addEventListener('hashchange', onChange)
    return () => removeEventListener('hashchange', onChange)
  }, [fallback])
  const change = useCallback(
    (next: Partial<Address>) => {
      location.hash = addressOf({ ...read(fallback), ...next })
    },
    [fallback],
  )
  return [address, change]
}

/** The hash of an address, for links. */
export function addressOf({ operationId, generationId }: Address): string {
  return generationId ? `#${operationId}/${generationId}` : `#${operationId}`
}

function read(fallback: string): Address {
  const [operationId = '', generationId = ''] = location.hash.slice(1).split('/')
  return { operationId: operationId || fallback, generationId: generationId || null }
}
