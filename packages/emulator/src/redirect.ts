import { falHosts } from './http/target.ts'

/**
 * Maps fal's addresses to an emulator's: `https://queue.fal.run/x` becomes `{base}/queue/x`. Other addresses give undefined.
 * Throws a `TypeError` when `base` is no http(s) URL.
 */
export function redirectUrl(base: string): (address: string) => string | undefined {
  if (!/^https?:\/\//.test(base) || !URL.canParse(base)) {
    throw new TypeError(`the emulator's address is "${base}": it must be a URL such as http://127.0.0.1:4100`)
  }
  const prefix = base.replace(/\/+$/, '')
  return (address) => {
    if (!URL.canParse(address)) return undefined
    const { protocol, host, pathname, search } = new URL(address)
    const service = protocol === 'https:' ? falHosts.get(host) : undefined
    return service && `${prefix}/${service}${pathname}${search}`
  }
}
