import { request } from 'node:https'
import { isIP } from 'node:net'
import { isPublicAddress, lookupPublic } from '../security/public-address.ts'

const TIMEOUT_MS = 15_000

/** Posts a JSON text and answers the status. Rejects when it cannot be delivered. */
export type Post = (
  url: string,
  body: string,
  headers: Readonly<Record<string, string>>,
  signal: AbortSignal,
) => Promise<number>

/** Posts by https to public addresses only; a redirect is not followed, since it could lead anywhere. */
export const postPublic: Post = (url, body, headers, signal) =>
  new Promise((resolve, reject) => {
    const { protocol, hostname, port, pathname, search } = new URL(url)
    const host = hostname.replace(/^\[|\]$/g, '')
    if (protocol !== 'https:') return reject(new Error('only https is delivered to'))
    // An address that is no name is connected to without any look-up.
    if (isIP(host) !== 0 && !isPublicAddress(host))
      return reject(new Error(`${host} is not a public address`))
    const posting = request(
      {
        method: 'POST',
        host,
        port: port || 443,
        path: pathname + search,
        lookup: lookupPublic,
        signal: AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)]),
        headers: {
          ...headers,
          'content-type': 'application/json',
          'content-length': Buffer.byteLength(body),
        },
      },
      (response) => {
        response.resume()
        resolve(response.statusCode ?? 0)
      },
    )
    posting.on('error', reject)
    posting.end(body)
  })
