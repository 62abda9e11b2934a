// The names that people, and checks from outside, rely on.
import { readFile } from 'node:fs/promises'
import { createEmulator } from '@pika-kit/emulator'
import { buildSchema, type GraphQLObjectType } from 'graphql'
import { expect, test } from 'vitest'

const schema = buildSchema(
  await readFile(new URL('../../packages/schema/schema.graphql', import.meta.url), 'utf8'),
)
const fieldsOf = (name: string) => {
  const fields = (schema.getType(name) as GraphQLObjectType).getFields()
  return Object.fromEntries(
    Object.values(fields).map((field) => [
      field.name,
      `${(field.args ?? []).map((argument) => `${argument.name}: ${String(argument.type)}`).join(', ')}→ ${String(field.type)}`,
    ]),
  )
}

test('queries', () => {
  expect(fieldsOf('Query')).toEqual({
    node: 'id: ID!→ Node',
    nodes: 'ids: [ID!]!→ [Node]!',
    viewer: '→ Viewer!',
    operations: '→ [Operation!]!',
    operation: 'id: OperationId!→ Operation!',
    effects: '→ [Effect!]!',
    generation: 'id: ID!→ Generation',
    generations: expect.stringContaining('→ GenerationConnection!') as string,
    estimateCost: 'request: GenerationRequest!→ CostEstimate!',
  })
})

test('mutations', () => {
  const generate = (name: string) => `input: ${name}Input!, options: GenerationOptions→ GenerateResult!`
  expect(fieldsOf('Mutation')).toEqual({
    generatePikaframes: generate('Pikaframes'),
    generateImageToVideo: generate('ImageToVideo'),
    generateTextToVideo: generate('TextToVideo'),
    generatePikascenes: generate('Pikascenes'),
    generatePikaswaps: generate('Pikaswaps'),
    generatePikadditions: generate('Pikadditions'),
    generatePikaffects: generate('Pikaffects'),
    generateCollectionToVideo: generate('CollectionToVideo'),
    cancelGeneration: 'id: ID!→ CancelGenerationResult!',
    retryGeneration: 'id: ID!, options: GenerationOptions→ GenerateResult!',
    deleteGeneration: 'id: ID!→ DeleteGenerationResult!',
    // Beside those of the design: docs/decisions/0011.
    recoverGeneration: 'id: ID!, requestId: String→ RecoverGenerationResult!',
    adoptGeneration: 'input: AdoptGenerationInput!, options: GenerationOptions→ GenerateResult!',
    createUpload: 'input: CreateUploadInput!→ CreateUploadResult!',
    uploadFile: 'file: File!→ UploadFileResult!',
  })
})

test('subscriptions', () => {
  expect(fieldsOf('Subscription')).toEqual({
    generationUpdated: 'id: ID!→ Generation!',
    generationsUpdated: '→ Generation!',
    generationEvents: 'after: Int, id: ID!→ GenerationEvent!',
  })
})

test('a generation', () => {
  expect(Object.keys(fieldsOf('Generation')).toSorted()).toEqual(
    'id operation input status revision queuePosition logs video error cost eta requestId tags createdAt submittedAt startedAt completedAt cancelRequestedAt retryOf'
      .split(' ')
      .toSorted(),
  )
})

test('the scenarios and the ledger of the emulator', async () => {
  const emulator = await createEmulator()
  const refused = await fetch(`${emulator.url}/_emulator/scenario`, {
    method: 'POST',
    body: JSON.stringify({ scenario: 'nothing of the kind', times: 1 }),
  })
  expect(refused.status).toBe(400)
  const names = await refused.text()
  for (const name of 'lose-submit-reply result-504-twice webhook-duplicate webhook-out-of-order webhook-lost stream-cut stream-stalled queue-stuck reject-422 content-policy rate-limit runner-503 slow'.split(
    ' ',
  )) {
    expect(names).toContain(name)
  }
  expect(await (await fetch(`${emulator.url}/_emulator/requests`)).json()).toEqual([])
  await emulator.close()
})
