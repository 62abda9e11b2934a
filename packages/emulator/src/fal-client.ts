import { redirectUrl } from './redirect.ts'

/** The part of `createFalClient`'s options that points a client at an emulator. */
export interface FalClientOptions {
  /** Any text is good for the emulator; the client sends none without it. */
  credentials: string
  fetch: typeof fetch
  /** The key is not a secret here, so the client's warning in a browser would be noise. */
  suppressLocalCredentialsWarning: true
}

/**
 * Options for `createFalClient` (or `fal.config`) of `@fal-ai/client`, so that everything it sends goes to an emulator.
 *
 * ```ts
 * const fal = createFalClient(falClientOptions('http://127.0.0.1:4100'))
 * ```
 *
 * `url` is the address that `createEmulator` answers or `pika-emulator` prints. Throws a `TypeError` when it is no http(s) URL.
 */
export function falClientOptions(url: string): FalClientOptions {
  return {
    credentials: 'emulator:emulator',
    fetch: redirectingFetch(url, (input, init) => fetch(input, init)),
    suppressLocalCredentialsWarning: true,
  }
}

/** A `fetch` that sends requests for fal's hosts to `base`, and all others where they belong. Throws as `falClientOptions` does. */
export function redirectingFetch(base: string, send: typeof fetch): typeof fetch {
  const redirect = redirectUrl(base)
  return (input, init) => {
    if (input instanceof Request) {
      const redirected = redirect(input.url)
      return send(redirected === undefined ? input : new Request(redirected, input), init)
    }
    return send(redirect(String(input)) ?? input, init)
  }
}
