import type { Generation } from '../generation/generation.ts'

/** A generation that was just stored; give what matters to the test. */
export function sampleGeneration(values: Partial<Generation> = {}): Generation {
  return {
    id: 'gen_1',
    viewerId: 'ada',
    operationId: 'TEXT_TO_VIDEO',
    input: {
      prompt: 'a lighthouse',
      negativePrompt: '',
      resolution: '720p',
      duration: 5,
      aspectRatio: '16:9',
    },
    status: 'SUBMITTING',
    revision: 1,
    queuePosition: null,
    video: null,
    delivery: null,
    error: null,
    requestId: null,
    billableUnits: null,
    priority: 'normal',
    startTimeout: null,
    webhookUrl: null,
    tags: [],
    idempotencyKey: null,
    retryOf: null,
    createdAt: 1_000,
    submittedAt: null,
    startedAt: null,
    completedAt: null,
    cancelRequestedAt: null,
    recoveredAt: null,
    submissionStartedAt: null,
    webhookToken: `token-of-${values.id ?? 'gen_1'}`,
    logCursor: null,
    ...values,
  }
}
