import { type Exchange, headerOf } from '../http/exchange.ts'

/** Seconds that a file shall be kept, by fal's lifecycle headers (both spellings); undefined for ever. */
export function lifetimeOf(exchange: Exchange): number | undefined {
  const text =
    headerOf(exchange, 'x-fal-object-lifecycle') ?? headerOf(exchange, 'x-fal-object-lifecycle-preference')
  if (text === undefined) return undefined
  try {
    const { expiration_duration_seconds: seconds } = JSON.parse(text) as {
      expiration_duration_seconds?: unknown
    }
    return typeof seconds === 'number' && seconds > 0 ? seconds : undefined
  } catch {
    // fal ignores what it cannot read here.
    return undefined
  }
}
