import { type Exchange, headerOf } from './exchange.ts'
import { HttpError } from './http-error.ts'

/**
 * Any key is good, but there must be one: code that forgets it fails here as it would at fal.
 * Accepts `Authorization: Key …`, and the tokens that `POST /tokens/` gives out. Throws an `HttpError` 401.
 */
export function requireKey(exchange: Exchange): void {
  const header = headerOf(exchange, 'authorization')
  if (header !== undefined && /^(key|bearer)\s+\S/i.test(header)) return
  if (exchange.query.get('fal_jwt_token')) return
  throw new HttpError(401, 'No user found for Key ID and Secret')
}
