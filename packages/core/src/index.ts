export { type Effect, effects, PIKAFFECTS, type Pikaffect } from './effects/effects.ts'
export {
  type Billing,
  generationError,
  type GenerationError,
  type GenerationErrorCode,
  generationErrors,
  InvariantError,
} from './errors.ts'
export { type Eta, type RunTime, runTimeOf } from './generation/eta.ts'
export type { GenerationEvent, GenerationHappening } from './generation/events.ts'
export {
  type Delivery,
  type Generation,
  GENERATION_STATUSES,
  type GenerationOptions,
  type GenerationStatus,
  isFinal,
  type LogCursor,
  type LogLine,
  type Priority,
  type Timestamp,
  type Video,
} from './generation/generation.ts'
export { createGenerations, type GenerateRequest, type Generations } from './generation/generations.ts'
export { type Observation, type Transition, transition } from './generation/lifecycle.ts'
export { notificationOf } from './generation/notification.ts'
export { defaultTiming, type GenerationPorts, type Timing } from './generation/ports.ts'
export type { AdoptRequest } from './generation/adopt.ts'
export type {
  CancelResult,
  DeleteResult,
  GenerateResult,
  RecoverOutcome,
  RecoverResult,
} from './generation/results.ts'
export { type GenerationStep, GENERATION_STEPS } from './generation/steps.ts'
export {
  DEFAULT_TRANSITION_SECONDS,
  MAXIMUM_KEYFRAMES,
  MAXIMUM_TOTAL_SECONDS,
  MINIMUM_KEYFRAMES,
  MINIMUM_TRANSITION_SECONDS,
} from './keyframes/limits.ts'
export { edgeLimits, type EdgeMode, moveEdge, snapSeconds } from './keyframes/edges.ts'
export {
  emptyStoryboard,
  insertKeyframes,
  type Keyframe,
  moveKeyframe,
  removeKeyframe,
  replaceKeyframe,
  setTransitionDuration,
  setTransitionPrompt,
  type Storyboard,
  toPikaframesInput,
  toStoryboard,
  type Transition as StoryboardTransition,
} from './keyframes/storyboard.ts'
export {
  keyframeLabels,
  readStoryboardText,
  type StoryboardTextError,
  type StoryboardTextResult,
  storyboardText,
} from './keyframes/storyboard-text.ts'
export {
  durationWithin,
  keyframeTimes,
  remainingSeconds,
  totalSeconds,
  transitionAt,
} from './keyframes/timing.ts'
export {
  describeMediaProblem,
  fileSize,
  type MediaFacts,
  mediaFileProblem,
  type MediaFileProblem,
  type MediaProblem,
} from './media/media-problem.ts'
export {
  DEFAULT_MEDIA_BYTES,
  MEDIA_TYPES,
  type MediaKind,
  type MediaType,
  mediaTypeOf,
} from './media/media-types.ts'
export { mediaUrlProblem } from './media/media-url.ts'
export { SNIFFED_BYTES, sniffMedia } from './media/sniff-media.ts'
export { type Catalog, createCatalog, pikaOperations } from './operations/catalog.ts'
export type { FieldChoice, FieldDescription, FieldMetadata } from './operations/fields.ts'
export type { InputIssue, InputIssueCode } from './operations/issues.ts'
export { toCamelCase, toEnumName, toPascalCase, toSnakeCase } from './operations/names.ts'
export {
  type Availability,
  defineOperation,
  type DraftKind,
  type Operation,
  type OperationSpecification,
  type ParsedInput,
} from './operations/operation.ts'
export type { GenerationBus, Topic } from './ports/bus.ts'
export type { Clock } from './ports/clock.ts'
export type {
  CancelOutcome,
  GenerationGateway,
  ProviderRequest,
  ProviderStatus,
  RequestLookup,
  RequestQuery,
  ResultOutcome,
  StatusOutcome,
  Submission,
  SubmissionOutcome,
  SubmissionQuery,
  SubmissionSearch,
} from './ports/gateway.ts'
export type { Identifiers } from './ports/identifiers.ts'
export {
  type MediaStorage,
  StorageUnavailableError,
  type UploadDescription,
  type UploadTicket,
} from './ports/media-storage.ts'
export type { Notification, Outbox } from './ports/outbox.ts'
export type { FollowedEnd, Observer } from './ports/observer.ts'
export type { ArchivedVideo, ArchiveOutcome, VideoArchive } from './ports/video-archive.ts'
export {
  type EventsRequest,
  type GenerationFilter,
  type GenerationStore,
  type InsertOutcome,
  type Lease,
  type ListCursor,
  type ListPage,
  type ListRequest,
  RequestTakenError,
} from './ports/store.ts'
