// From “the provider is done” to “the viewer has the video for good”:
//   the result is fetched, for as long as the provider keeps it: a passing failure never fails a paid video;
//   a result that is no longer kept is looked for elsewhere: `expired.ts`;
//   where there is an archive the video is copied into it, from the row: the provider is not asked for the result again;
//   where it cannot be copied the generation is completed with the provider's link: the archive never fails a paid video.
import type { ProviderRequest, ResultOutcome } from '../ports/gateway.ts'
import { arrivalOf } from './arrival.ts'
import { lookElsewhere } from './expired.ts'
import type { Delivery, Generation, Video } from './generation.ts'
import type { Observation } from './lifecycle.ts'
import { observe } from './observe.ts'
import type { GenerationPorts } from './ports.ts'

/** Takes a generation that the provider is done with one stretch further; returns when its state changed. */
export async function finalize(
  ports: GenerationPorts,
  generation: Generation,
  request: ProviderRequest,
  signal: AbortSignal,
): Promise<void> {
  if (generation.delivery === null) return fetchResult(ports, generation.id, request, signal)
  return archiveVideo(ports, generation.id, generation.delivery, signal)
}

/** Fetches the result until the provider gives it, or says for good that it will not. */
async function fetchResult(
  ports: GenerationPorts,
  id: string,
  request: ProviderRequest,
  signal: AbortSignal,
): Promise<void> {
  const { gateway, clock, observer, timing } = ports
  let pause = timing.firstPoll
  while (!signal.aborted) {
    observer.passed?.('result-due', id)
    const outcome = await gateway.result(request, signal)
    const learned =
      outcome.type === 'expired'
        ? await lookElsewhere(ports, id, request, outcome.cause, signal)
        : learnedFrom(ports, outcome)
    if (learned) {
      observer.passed?.('result-fetched', id)
      await observe(ports, id, learned)
      observer.passed?.('result-stored', id)
      return
    }
    // A webhook came while it was looked for.
    if (outcome.type === 'expired') return
    await clock.sleep(outcome.type === 'unavailable' ? (outcome.retryAfterMs ?? pause) : pause, signal)
    pause = Math.min(pause * 2, timing.longestPoll)
  }
}

/** What the provider's answer for the result says of the generation; null where it must be asked again. */
function learnedFrom(
  ports: GenerationPorts,
  outcome: Exclude<ResultOutcome, { type: 'expired' }>,
): Observation | null {
  switch (outcome.type) {
    case 'video':
      return arrivalOf(ports, outcome)
    case 'failed':
      return { type: 'failed', error: outcome.error }
    case 'cancelled':
      return { type: 'cancelled' }
    case 'not-ready':
    case 'unavailable':
      return null
  }
}

/** Copies the video until the archive has it, or it is clear that it will not get it. */
async function archiveVideo(
  ports: GenerationPorts,
  id: string,
  { video, archiveKey, at }: Delivery,
  signal: AbortSignal,
): Promise<void> {
  const { archive, clock, observer, timing } = ports
  const complete = async (kept: Video) => {
    const completed = await observe(ports, id, { type: 'completed', video: kept, billableUnits: null })
    // Deleted meanwhile, by whoever took a replica for dead that still copied: no copy may be left of it.
    if (completed === null) await archive?.remove(archiveKey)
    observer.passed?.('archive-stored', id)
  }
  // An archive that was turned off since.
  if (!archive) return complete(video)
  let pause = timing.firstPoll
  while (!signal.aborted) {
    observer.passed?.('archive-due', id)
    const outcome = await archive.copy(archiveKey, video, signal)
    if (outcome.type === 'archived') {
      observer.passed?.('archive-written', id)
      return complete({ ...video, ...known(outcome.video), archiveKey })
    }
    if (signal.aborted) return
    const { cause } = outcome
    if (outcome.type === 'refused' || clock.now() - at >= timing.archiveFor) {
      observer.note('error', 'a video was left where the provider has it', { generationId: id, cause })
      return complete(video)
    }
    observer.note('warn', 'a video could not be archived yet', { generationId: id, cause })
    await clock.sleep(outcome.retryAfterMs ?? pause, signal)
    pause = Math.min(pause * 2, timing.longestPoll)
  }
}

/** What the bytes do not tell, the provider may have told. */
function known<Facts extends object>(facts: Facts): Partial<Facts> {
  return Object.fromEntries(Object.entries(facts).filter(([, fact]) => fact !== null)) as Partial<Facts>
}
