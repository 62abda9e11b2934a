import { isIP } from 'node:net'
import type { Storage } from './storage.ts'

/**
 * Finds the file on disk behind a URL of the emulator's own storage, so that it is never fetched over the network (which the
 * address guard would refuse). The storage is known by its origins; on its own port any name of this machine is it, too.
 * Undefined for another's URL, null where nothing is stored.
 */
export function localFileFinder(
  storage: Storage,
  origins: () => readonly string[],
): (url: string) => string | undefined | null {
  return (text) => {
    if (!URL.canParse(text)) return undefined
    const url = new URL(text)
    const known = origins().map((origin) => new URL(origin))
    const isOwn = known.some(
      ({ origin, port }) => url.origin === origin || (isThisMachine(url.hostname) && url.port === port),
    )
    if (!isOwn) return undefined
    return storage.resolve(url.pathname) ?? null
  }
}

function isThisMachine(hostname: string): boolean {
  return (
    hostname === 'localhost' || hostname === '[::1]' || (isIP(hostname) === 4 && hostname.startsWith('127.'))
  )
}
