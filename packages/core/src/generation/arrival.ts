import type { Video } from './generation.ts'
import type { Observation } from './lifecycle.ts'
import type { GenerationPorts } from './ports.ts'

/** What is learned when the provider's video is known: where there is an archive, it is still to be copied. */
export function arrivalOf(
  { archive }: Pick<GenerationPorts, 'archive'>,
  { video, billableUnits }: { video: Video; billableUnits: number | null },
): Observation {
  if (!archive) return { type: 'completed', video, billableUnits }
  return { type: 'delivered', video, billableUnits, archiveKey: archive.newKey() }
}
