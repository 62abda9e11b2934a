// fal signs each webhook with ED25519 over the raw body; its keys are a public JWKS. Rules: FAL_PROTOCOL section 6.
import { createHash, createPublicKey, type KeyObject, verify } from 'node:crypto'
import { z } from 'zod'

const TOLERANCE_SECONDS = 300
const KEYS_FRESH_MS = 24 * 60 * 60_000
/** However many bad signatures arrive, the keys are not asked for more often. */
const KEYS_ASKED_EVERY_MS = 30_000
const TIMEOUT_MS = 10_000

const jwks = z.object({ keys: z.array(z.object({ x: z.string() })).max(50) })

export interface SignatureVerifier {
  /** Whether fal signed this body, just now. `now` is in milliseconds. Rejects when the keys cannot be fetched. */
  isSigned(headers: Headers, body: Uint8Array, now: number): Promise<boolean>
}

/** Verifies against the keys at `jwksUrl`, which it keeps for a day, and asks for again when no key fits. */
export function createSignatureVerifier(jwksUrl: string): SignatureVerifier {
  let keys: readonly KeyObject[] = []
  let askedAt = Number.NEGATIVE_INFINITY
  /** The last look for keys; webhooks that come meanwhile wait for it, and one that failed speaks for all until the next. */
  let asked: Promise<void> = Promise.resolve()

  const fetchKeys = async () => {
    const response = await fetch(jwksUrl, { signal: AbortSignal.timeout(TIMEOUT_MS), redirect: 'error' })
    if (!response.ok) throw new Error(`the webhook keys answered with status ${response.status}`)
    keys = jwks.parse(await response.json()).keys.flatMap(({ x }) => readKey(x))
  }
  const refresh = (now: number) => {
    askedAt = now
    asked = fetchKeys()
    return asked
  }

  return {
    async isSigned(headers, body, now) {
      const requestId = headers.get('x-fal-webhook-request-id')
      const userId = headers.get('x-fal-webhook-user-id')
      const timestamp = headers.get('x-fal-webhook-timestamp')
      const signature = headers.get('x-fal-webhook-signature')
      if (!requestId || !userId || !timestamp || !signature) return false
      if (!/^\d{1,12}$/.test(timestamp) || Math.abs(now / 1_000 - Number(timestamp)) > TOLERANCE_SECONDS)
        return false
      if (!/^[0-9a-f]{128}$/i.test(signature)) return false

      const digest = createHash('sha256').update(body).digest('hex')
      const message = Buffer.from([requestId, userId, timestamp, digest].join('\n'))
      const bytes = Buffer.from(signature, 'hex')
      const fits = () => keys.some((key) => verify(null, message, key, bytes))
      if (now - askedAt < KEYS_FRESH_MS && fits()) return true
      await (now - askedAt < KEYS_ASKED_EVERY_MS ? asked : refresh(now))
      return fits()
    },
  }
}

/** A key of the list; none where it is not one: another one may fit. */
function readKey(x: string): KeyObject[] {
  try {
    return [createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' })]
  } catch {
    return []
  }
}
