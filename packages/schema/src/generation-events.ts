import type { GenerationEvent } from '@pika-kit/core'
import type { Builder } from './builder.ts'
import type { GenerationTypes } from './generation.ts'

type EventOf<Type extends GenerationEvent['type']> = Extract<GenerationEvent, { type: Type }>

const typeNames: Record<GenerationEvent['type'], string> = {
  'status-changed': 'GenerationStatusChanged',
  'queue-moved': 'GenerationQueueMoved',
  logged: 'GenerationLogged',
  'cancel-requested': 'GenerationCancelRequested',
}

/** The log of a generation as GraphQL tells it. */
export function addGenerationEvents(
  builder: Builder,
  { GenerationStatusEnum, VideoRef, ErrorRef, LogEntryRef }: GenerationTypes,
) {
  const EventRef = builder.interfaceRef<GenerationEvent>('GenerationEvent')
  EventRef.implement({
    description: 'Something that happened to a generation.',
    resolveType: (event) => typeNames[event.type],
    fields: (t) => ({
      sequence: t.exposeInt('sequence', {
        description: '1, 2, 3 … without gaps: the cursor of `generationEvents(after:)`.',
      }),
      revision: t.exposeInt('revision', {
        description: 'The revision of the generation that it belongs to.',
      }),
      at: t.field({ type: 'DateTime', description: 'When it was learned.', resolve: (event) => event.at }),
    }),
  })
  builder.objectRef<EventOf<'status-changed'>>('GenerationStatusChanged').implement({
    description: 'It stands somewhere else now.',
    interfaces: [EventRef],
    fields: (t) => ({
      status: t.field({
        type: GenerationStatusEnum,
        description: 'Where it stands now.',
        resolve: (event) => event.status,
      }),
      video: t.field({
        type: VideoRef,
        nullable: true,
        description: 'Set when COMPLETED.',
        resolve: (event) => event.video ?? null,
      }),
      error: t.field({
        type: ErrorRef,
        nullable: true,
        description: 'Set when FAILED.',
        resolve: (event) => event.error ?? null,
      }),
    }),
  })
  builder.objectRef<EventOf<'queue-moved'>>('GenerationQueueMoved').implement({
    description: 'It moved in the queue.',
    interfaces: [EventRef],
    fields: (t) => ({ queuePosition: t.exposeInt('queuePosition', { description: 'Requests ahead.' }) }),
  })
  builder.objectRef<EventOf<'logged'>>('GenerationLogged').implement({
    description: 'The runner wrote a line.',
    interfaces: [EventRef],
    fields: (t) => ({
      log: t.field({
        type: LogEntryRef,
        description: 'The line.',
        resolve: ({ sequence, line }) => ({ sequence, line }),
      }),
    }),
  })
  builder
    .objectRef<EventOf<'cancel-requested'>>('GenerationCancelRequested')
    .implement({ description: 'The viewer asked for its end.', interfaces: [EventRef] })
  return { EventRef }
}
