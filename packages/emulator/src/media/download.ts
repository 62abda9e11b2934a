import { createWriteStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import { type ClientRequestArgs, type IncomingMessage, request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { MediaError } from '../render/index.ts'
import { checkHost, guardedLookup } from './address-guard.ts'

/** How a download is bounded. */
export interface DownloadOptions {
  /** Bytes. */
  maximumSize: number
  /** Real milliseconds for the whole of it. */
  timeoutMs: number
  /** Also fetch from loopback and private networks. */
  allowPrivateHosts: boolean
  signal: AbortSignal
}

const MOST_REDIRECTS = 5
const REDIRECTS = new Set([301, 302, 303, 307, 308])

/**
 * Fetches an http(s) URL into a file. Every hop is checked anew, so a public host cannot redirect into a private network.
 * Throws a `MediaError` of type `file_download_error` or `file_too_large`, and leaves no file then.
 */
export async function download(address: string, file: string, options: DownloadOptions): Promise<void> {
  const deadline = AbortSignal.any([options.signal, AbortSignal.timeout(options.timeoutMs)])
  try {
    const response = await open(address, options, deadline)
    await pipeline(response, sizeLimit(options.maximumSize, address), createWriteStream(file), {
      signal: deadline,
    })
  } catch (error) {
    await rm(file, { force: true })
    options.signal.throwIfAborted()
    if (error instanceof MediaError) throw error
    const why = deadline.aborted ? `took longer than ${options.timeoutMs / 1000} s` : messageOf(error)
    throw new MediaError('file_download_error', `the file could not be downloaded: ${why}`, {
      cause: error,
      url: address,
    })
  }
}

async function open(
  address: string,
  options: DownloadOptions,
  signal: AbortSignal,
): Promise<IncomingMessage> {
  let url = new URL(address)
  for (let hops = 0; hops <= MOST_REDIRECTS; hops++) {
    const response = await get(url, options, signal)
    const status = response.statusCode ?? 0
    const next = response.headers.location
    if (REDIRECTS.has(status) && next !== undefined) {
      response.destroy()
      url = new URL(next, url)
      continue
    }
    if (status !== 200) {
      response.destroy()
      throw new Error(`the server answered ${status}`)
    }
    if (Number(response.headers['content-length']) > options.maximumSize) {
      response.destroy()
      throw tooLarge(options.maximumSize, address)
    }
    return response
  }
  throw new Error(`it redirects more than ${MOST_REDIRECTS} times`)
}

function get(
  url: URL,
  { allowPrivateHosts }: DownloadOptions,
  signal: AbortSignal,
): Promise<IncomingMessage> {
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    throw new Error(`${url.protocol} addresses are not fetched, only http: and https:`)
  }
  if (!allowPrivateHosts) checkHost(url.hostname)
  const request = url.protocol === 'https:' ? requestHttps : requestHttp
  const settings: ClientRequestArgs = {
    // A socket of its own: a kept-alive one might have been opened before the check.
    agent: false,
    signal,
    headers: { accept: 'image/*, video/*, */*;q=0.5', 'user-agent': 'pika-emulator' },
    ...(!allowPrivateHosts && { lookup: guardedLookup }),
  }
  return new Promise((resolve, reject) => {
    request(url, settings, resolve).on('error', reject).end()
  })
}

function sizeLimit(maximumSize: number, address: string): Transform {
  let size = 0
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      size += chunk.length
      if (size > maximumSize) done(tooLarge(maximumSize, address))
      else done(null, chunk)
    },
  })
}

/** The error for a file over the limit; `limit` in bytes. */
export function tooLarge(limit: number, url: string): MediaError {
  const message = `the file is larger than ${limit} bytes`
  return new MediaError('file_too_large', message, { context: { max_size: limit }, url })
}

function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  return error.message || (error as NodeJS.ErrnoException).code || error.name
}
