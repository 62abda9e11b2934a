// Reads a video from where the provider has it. The address comes from an answer of fal, so it is not trusted: https to
// public addresses only, or the origin of the fal-compatible service that this server was configured with.
import { once } from 'node:events'
import { type IncomingMessage, request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import { isIP } from 'node:net'
import { isPublicAddress, lookupPublic } from '../security/public-address.ts'

export interface DownloadOptions {
  /** Origin of a fal-compatible service that may be reached by plain http and at any address; null for fal itself. */
  trustedOrigin: string | null
  /** Milliseconds without an answer after which the connection counts as dead. */
  idleMs: number
  signal: AbortSignal
}

/** The provider will never give this video: it is gone, or its address is none that may be read. */
export class CopyRefusedError extends Error {
  override readonly name = 'CopyRefusedError'
}

/** The provider answered that it cannot give it now. */
export class SourceBusyError extends Error {
  override readonly name = 'SourceBusyError'
  readonly retryAfterMs: number | null
  constructor(status: number, retryAfterMs: number | null) {
    super(`the provider answered with status ${status}`)
    this.retryAfterMs = retryAfterMs
  }
}

const MOST_REDIRECTS = 3
const MOST_RETRY_AFTER_MS = 120_000

/**
 * Opens the body of a video; a redirect is followed where its target may be read, too. Throws a `CopyRefusedError` or a
 * `SourceBusyError`, or what the network threw. The caller destroys the stream.
 */
export async function openVideo(url: string, options: DownloadOptions): Promise<IncomingMessage> {
  let address = url
  for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
    const response = await get(address, options)
    const { statusCode: status = 0, headers } = response
    if (status === 200) return response
    response.destroy()
    if (status === 404 || status === 410)
      throw new CopyRefusedError(`the provider no longer has it (status ${status})`)
    const isRedirect = status >= 300 && status < 400 && headers.location !== undefined
    if (!isRedirect) throw new SourceBusyError(status, readRetryAfter(headers['retry-after']))
    if (!URL.canParse(headers.location as string, address))
      throw new CopyRefusedError('the provider redirects to nowhere')
    address = new URL(headers.location as string, address).href
  }
  throw new CopyRefusedError(`the provider redirects more than ${MOST_REDIRECTS} times`)
}

async function get(address: string, { trustedOrigin, idleMs, signal }: DownloadOptions) {
  const url = new URL(address)
  const isTrusted = trustedOrigin !== null && url.origin === trustedOrigin
  const host = url.hostname.replace(/^\[|\]$/g, '')
  if (!isTrusted && url.protocol !== 'https:')
    throw new CopyRefusedError('the video is not at an https address')
  // An address that is no name is connected to without any look-up.
  if (!isTrusted && isIP(host) !== 0 && !isPublicAddress(host))
    throw new CopyRefusedError('the video is not at a public address')
  const open = url.protocol === 'https:' ? requestHttps : requestHttp
  const request = open(url, {
    headers: { accept: 'video/*', 'accept-encoding': 'identity' },
    ...(!isTrusted && { lookup: lookupPublic }),
  })
  // Errors reach whoever waits for the answer or reads it. One that comes after both would end the process without these.
  request.on('error', () => {})
  request.setTimeout(idleMs, () => request.destroy(new Error(`nothing came for ${idleMs} ms`)))
  request.end()
  try {
    const [response] = (await once(request, 'response', { signal })) as [IncomingMessage]
    response.on('error', () => {})
    // From here on only waiting for bytes counts: a storage that is slow to take them is no fault of the connection.
    request.setTimeout(0)
    return response
  } catch (error) {
    request.destroy()
    throw error
  }
}

function readRetryAfter(value: string | undefined): number | null {
  return value !== undefined && /^\d+$/.test(value)
    ? Math.min(Number(value) * 1_000, MOST_RETRY_AFTER_MS)
    : null
}
