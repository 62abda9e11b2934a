import { lookup as dnsLookup, type LookupAddress } from 'node:dns'
import { isIP, type LookupFunction } from 'node:net'
import ipaddr from 'ipaddr.js'

/** An address that the emulator does not connect to. Its message names the host, never what it resolved to. */
export class ForbiddenAddressError extends Error {
  override readonly name = 'ForbiddenAddressError'
}

/**
 * Whether an IP address belongs to the public internet. Loopback, private, link-local, multicast, reserved and
 * documentation ranges do not; neither do the IPv6 forms that carry an IPv4 address (mapped, 6to4, Teredo, NAT64),
 * but for mapped ones whose inner address is public.
 */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false
  return ipaddr.process(address).range() === 'unicast'
}

/**
 * Checks a URL's host before a connection is tried. Names are left to `guardedLookup`, which sees what they resolve to.
 * Throws a `ForbiddenAddressError`.
 */
export function checkHost(hostname: string): void {
  const host = hostname.replace(/^\[(.*)\]$/, '$1')
  if (isIP(host) !== 0 && !isPublicAddress(host)) throw forbidden(hostname)
}

/**
 * A DNS lookup for `node:http` that yields only public addresses. It is the very answer that the socket connects to, so a
 * name cannot resolve to something else between the check and the connection (DNS rebinding).
 */
export const guardedLookup: LookupFunction = (hostname, options, callback) => {
  dnsLookup(hostname, { ...options, all: true }, (error, addresses: LookupAddress[]) => {
    const [first] = addresses ?? []
    if (error) return callback(error, [])
    // One private answer among public ones is already a trap: refuse the name as a whole.
    if (!first || !addresses.every(({ address }) => isPublicAddress(address)))
      return callback(forbidden(hostname), [])
    if (options.all) callback(null, addresses)
    else callback(null, first.address, first.family)
  })
}

function forbidden(host: string): ForbiddenAddressError {
  return new ForbiddenAddressError(`${host} is not an address of the public internet`)
}
