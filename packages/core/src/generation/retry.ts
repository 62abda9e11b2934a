import type { Follower } from './follow.ts'
import type { GenerationOptions } from './generation.ts'
import type { GenerationPorts } from './ports.ts'
import type { GenerateResult } from './results.ts'
import { submitGeneration } from './submit.ts'

/** A new generation with the input, tags and limits of an old one, linked to it by `retryOf`. `options` win over the old ones. */
export async function retryGeneration(
  ports: GenerationPorts,
  follower: Follower,
  viewerId: string,
  id: string,
  options: GenerationOptions = {},
): Promise<GenerateResult> {
  const old = await ports.store.find(id)
  if (old?.viewerId !== viewerId) {
    return {
      type: 'invalid-input',
      issues: [{ path: ['id'], code: 'NOT_FOUND', message: 'names no generation of yours' }],
    }
  }
  const inherited: GenerationOptions = {
    priority: old.priority,
    tags: old.tags,
    ...(old.startTimeout !== null && { startTimeout: old.startTimeout }),
    ...(old.webhookUrl !== null && { webhookUrl: old.webhookUrl }),
  }
  const given = Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined))
  const request = { operationId: old.operationId, input: old.input, options: { ...inherited, ...given } }
  return submitGeneration(ports, follower, viewerId, request, old.id)
}
