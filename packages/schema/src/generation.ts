import {
  type Generation,
  GENERATION_STATUSES,
  type LogLine,
  type Operation,
  type Video,
} from '@pika-kit/core'
import type { ObjectRef, UnionRef } from '@pothos/core'
import type { Parts, SchemaTypes } from './builder.ts'
import type { FieldTypes } from './field-types.ts'
import { addGenerationError } from './generation-error.ts'
import { EVENTS_A_PAGE, loadersOf } from './loaders.ts'
import type { UserErrors } from './user-errors.ts'

/** A log line with its place in the log of its generation. */
export interface LogEntry {
  sequence: number
  line: LogLine
}

const MOST_LINES = 1_000

/** What a viewer reads of a generation. */
export function addGeneration(
  { builder, catalog }: Parts,
  fieldTypes: FieldTypes,
  errors: UserErrors,
  OperationRef: ObjectRef<SchemaTypes, Operation>,
) {
  const GenerationStatusEnum = builder.enumType('GenerationStatus', {
    description: 'Where a generation stands.',
    values: {
      SUBMITTING: { description: 'Stored here; fal has not answered yet.' },
      UNCONFIRMED: {
        description: 'The reply of fal was lost: it may or may not have accepted. It is not submitted again.',
      },
      IN_QUEUE: { description: 'Accepted by fal, and waiting.' },
      IN_PROGRESS: { description: 'A runner of fal works on it.' },
      FINALIZING: { description: 'fal is done; the video is being fetched, and copied into the archive.' },
      COMPLETED: { description: 'The video is there. Final.' },
      FAILED: { description: 'It ended without a video: see `error`. Final.' },
      CANCELLED: { description: 'It was cancelled in time. Final.' },
    } satisfies Record<(typeof GENERATION_STATUSES)[number], { description: string }>,
  })

  const VideoRef = builder.objectRef<Video>('Video')
  VideoRef.implement({
    description: 'The video of a completed generation. What fal did not say is null.',
    fields: (t) => ({
      url: t.string({
        description:
          'Where it plays from at this moment: in the archive of this server, or else where the provider has it. Do not keep it: ask for it again.',
        resolve: (video, _args, { videos }) => videos?.urlOf(video) ?? video.url,
      }),
      downloadUrl: t.string({
        description: 'The same, and a browser saves it as a file where the server has a say in it.',
        resolve: (video, _args, { videos }) => videos?.downloadUrlOf(video) ?? video.url,
      }),
      isArchived: t.boolean({
        description:
          "Whether this server has a copy of its own. Without one the link is the provider's, and will die.",
        resolve: (video) => video.archiveKey !== undefined,
      }),
      contentType: t.exposeString('contentType', { nullable: true, description: 'For example `video/mp4`.' }),
      fileName: t.exposeString('fileName', { nullable: true, description: 'For a download.' }),
      fileSize: t.exposeInt('fileSize', { nullable: true, description: 'Bytes.' }),
      width: t.exposeInt('width', { nullable: true, description: 'Pixels.' }),
      height: t.exposeInt('height', { nullable: true, description: 'Pixels.' }),
      duration: t.exposeFloat('duration', { nullable: true, description: 'Seconds.' }),
    }),
  })
  const ErrorRef = addGenerationError(builder, errors)
  const LogEntryRef = builder.objectRef<LogEntry>('LogEntry')
  LogEntryRef.implement({
    description: 'A line that the runner of the model wrote.',
    fields: (t) => ({
      sequence: t.exposeInt('sequence', { description: 'Its place in the event log of the generation.' }),
      timestamp: t.string({ description: 'As fal wrote it.', resolve: ({ line }) => line.timestamp }),
      level: t.string({
        description: 'As fal wrote it, for example `INFO`.',
        resolve: ({ line }) => line.level,
      }),
      message: t.string({ description: 'The line itself.', resolve: ({ line }) => line.message }),
    }),
  })

  const MoneyRef = builder.objectRef<{ amount: number; currency: string }>('Money')
  MoneyRef.implement({
    description: 'An amount of money.',
    fields: (t) => ({
      amount: t.exposeFloat('amount', { description: 'In whole units of the currency: 0.25 is a quarter.' }),
      currency: t.exposeString('currency', { description: 'ISO 4217.' }),
    }),
  })
  const CostRef = builder.objectRef<Generation>('Cost')
  CostRef.implement({
    description: 'What a generation costs, as far as is known.',
    fields: (t) => ({
      estimate: t.field({
        type: MoneyRef,
        nullable: true,
        description: 'Before it ran.',
        resolve: () => null,
      }),
      actual: t.field({
        type: MoneyRef,
        nullable: true,
        description: 'What fal billed.',
        resolve: () => null,
      }),
      billableUnits: t.float({
        nullable: true,
        description: "What fal billed, in the model's unit.",
        resolve: (generation) => generation.billableUnits,
      }),
      reason: t.string({
        nullable: true,
        description: 'Why an amount is null.',
        resolve: () => 'This server does not ask fal for prices yet.',
      }),
    }),
  })
  const EtaRef = builder.objectRef<{ earliest: number; latest: number }>('Eta')
  EtaRef.implement({
    description: 'When a generation may be ready: a range from the history of this server, never a guess.',
    fields: (t) => ({
      earliest: t.field({
        type: 'DateTime',
        description: 'One of ten was ready sooner.',
        resolve: (eta) => eta.earliest,
      }),
      latest: t.field({
        type: 'DateTime',
        description: 'One of ten was ready later. It may have passed.',
        resolve: (eta) => eta.latest,
      }),
    }),
  })

  const inputTypes = new Map(
    catalog.operations.map((operation) => {
      const name = operation.inputTypeName.replace(/Input$/, 'GenerationInput')
      return [
        operation.id,
        {
          name,
          ref: fieldTypes.outputType(
            name,
            `The input of ${operation.title}, with defaults filled in.`,
            operation.fields,
          ),
        },
      ]
    }),
  )
  const GenerationInputRef: UnionRef<SchemaTypes, Record<string, unknown>> = builder.unionType(
    'GenerationInput',
    {
      description: 'What was asked for, with defaults filled in.',
      types: [...inputTypes.values()].map(({ ref }) => ref),
      resolveType: (value) => value['__typename'] as string,
    },
  )

  const NodeRef = builder.interfaceRef<Generation>('Node')
  NodeRef.implement({
    description: 'Anything with an id of its own.',
    resolveType: () => 'Generation',
    fields: (t) => ({ id: t.exposeID('id', { description: 'Unique over all types.' }) }),
  })

  const GenerationRef = builder.objectRef<Generation>('Generation')
  const time = (description: string) => ({ type: 'DateTime', nullable: true, description }) as const
  GenerationRef.implement({
    description: 'One request and its life.',
    interfaces: [NodeRef],
    fields: (t) => ({
      operation: t.field({
        type: OperationRef,
        description: 'Which operation it is of.',
        resolve: (generation) => catalog.find(generation.operationId) as Operation,
      }),
      input: t.field({
        type: GenerationInputRef,
        description: 'What was asked for.',
        resolve: ({ operationId, input }) => ({ ...input, __typename: inputTypes.get(operationId)?.name }),
      }),
      status: t.field({
        type: GenerationStatusEnum,
        description: 'Where it stands.',
        resolve: (generation) => generation.status,
      }),
      revision: t.exposeInt('revision', {
        description: 'Grows with each change: of two states the greater is the newer.',
      }),
      queuePosition: t.exposeInt('queuePosition', {
        nullable: true,
        description: 'Requests ahead; null when it does not wait, or fal has not said.',
      }),
      logs: t.field({
        type: [LogEntryRef],
        description: `What the runner wrote, after the \`sequence\` of a line: the first ${MOST_LINES} lines from there.`,
        args: { after: t.arg.int({ required: false }) },
        resolve: async ({ id: generationId }, { after }, context) => {
          const lines: LogEntry[] = []
          let cursor = after ?? 0
          for (;;) {
            const events = await loadersOf(context).events.load({ generationId, after: cursor })
            for (const event of events) {
              cursor = event.sequence
              if (event.type === 'logged') lines.push({ sequence: event.sequence, line: event.line })
              if (lines.length === MOST_LINES) return lines
            }
            if (events.length < EVENTS_A_PAGE) return lines
          }
        },
      }),
      video: t.field({
        type: VideoRef,
        nullable: true,
        description: 'Set when COMPLETED, and kept while it is archived again.',
        resolve: (generation) => generation.video,
      }),
      error: t.field({
        type: ErrorRef,
        nullable: true,
        description: 'Set when FAILED.',
        resolve: (generation) => generation.error,
      }),
      cost: t.field({ type: CostRef, description: 'What it costs.', resolve: (generation) => generation }),
      eta: t.field({
        type: EtaRef,
        nullable: true,
        description:
          'Told from how long others with the same settings took here. Null once it has ended, and while too few have.',
        resolve: (generation, _arguments, { generations }) => generations.eta(generation),
      }),
      requestId: t.exposeString('requestId', { nullable: true, description: "fal's id, once fal accepted." }),
      tags: t.stringList({
        description: 'As given in the options.',
        resolve: (generation) => [...generation.tags],
      }),
      createdAt: t.field({
        type: 'DateTime',
        description: 'The intent was stored.',
        resolve: (generation) => generation.createdAt,
      }),
      submittedAt: t.field({ ...time('fal accepted.'), resolve: (generation) => generation.submittedAt }),
      startedAt: t.field({ ...time('A runner started.'), resolve: (generation) => generation.startedAt }),
      completedAt: t.field({ ...time('It became final.'), resolve: (generation) => generation.completedAt }),
      cancelRequestedAt: t.field({
        ...time('The viewer asked for its end.'),
        resolve: (generation) => generation.cancelRequestedAt,
      }),
      retryOf: t.field({
        type: GenerationRef,
        nullable: true,
        description: 'The generation that this one is a retry of, while it is there.',
        resolve: ({ retryOf }, _args, context) =>
          retryOf === null ? null : loadersOf(context).generation.load(retryOf),
      }),
    }),
  })

  return { GenerationRef, GenerationStatusEnum, NodeRef, LogEntryRef, VideoRef, ErrorRef, MoneyRef }
}

export type GenerationTypes = ReturnType<typeof addGeneration>
