import { randomOf } from '../support/random.ts'
import { type Seen, watchToTheEnd } from './subscriber.ts'

const DROP_WITHIN_MS = 2_000

/** A third watch the state, two thirds the log; one in ten stays, all others come and go. */
export async function watchAll(
  url: string,
  ids: readonly string[],
  { seed, subscribers }: { seed: number; subscribers: number },
  deadline: AbortSignal,
): Promise<Seen[]> {
  return Promise.all(
    Array.from({ length: subscribers }, (_, number) =>
      watchToTheEnd({
        url,
        generationId: ids[number % ids.length] ?? '',
        kind: Math.floor(number / ids.length) % 3 === 0 ? 'state' : 'log',
        random: randomOf(seed * 10_007 + number),
        dropWithinMs: Math.floor(number / ids.length) % 10 === 1 ? null : DROP_WITHIN_MS,
        deadline,
      }),
    ),
  )
}
