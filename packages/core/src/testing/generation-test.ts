import { onTestFinished } from 'vitest'
import { createGenerations, type Generations } from '../generation/generations.ts'
import type { Generation, GenerationStatus } from '../generation/generation.ts'
import { createTestPorts, type TestPorts } from './test-ports.ts'

/** A composed core in a test, stopped at its end. */
export interface GenerationTest {
  ports: TestPorts
  generations: Generations
  /** Generates as Ada and answers the stored generation. */
  generate(options?: object): Promise<Generation>
  /** Lets time pass until the generation has the status; answers it. */
  until(id: string, status: GenerationStatus): Promise<Generation>
}

export const textRequest = { operationId: 'TEXT_TO_VIDEO', input: { prompt: 'a lighthouse' } }

/** Composes core over test ports. Where a test ends, all work must stop without help of the clock. */
export function startGenerations(given: Parameters<typeof createTestPorts>[0] = {}): GenerationTest {
  const ports = createTestPorts(given)
  const generations = createGenerations(ports)
  onTestFinished(() => generations.stop())
  return {
    ports,
    generations,
    async generate(options) {
      const result = await generations.generate('ada', { ...textRequest, ...(options && { options }) })
      if (result.type !== 'accepted') throw new Error(JSON.stringify(result))
      return result.generation
    },
    async until(id, status) {
      await ports.clock.runUntil(async () => (await ports.store.find(id))?.status === status)
      return (await ports.store.find(id)) as Generation
    },
  }
}
