import { useEffect, useState } from 'react'

/** Who renders behind this server; null until it is known. `lost` while the server does not answer. */
export type Provider = 'emulator' | 'fal' | 'custom' | 'simulation' | 'lost' | null

const AGAIN_MS = 5_000

/** Asks the server who is behind it, and notices when the server is gone. `known` is for where there is no server to ask. */
export function useProvider(known: Provider = null): Provider {
  const [provider, setProvider] = useState(known)
  useEffect(() => {
    if (known) return undefined
    let timer: ReturnType<typeof setTimeout> | undefined
    let isCurrent = true
    const ask = async () => {
      const answer = await fetch('/health')
        .then((response) => response.json() as Promise<{ provider: Provider }>)
        .catch(() => ({ provider: 'lost' as const }))
      if (!isCurrent) return
      setProvider(answer.provider)
      timer = setTimeout(() => void ask(), AGAIN_MS)
    }
    void ask()
    return () => {
      isCurrent = false
      clearTimeout(timer)
    }
  }, [known])
  return provider
}
