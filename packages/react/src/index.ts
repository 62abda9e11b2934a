export { AdoptRequest, type AdoptRequestProps } from './adopt-request/index.ts'
export { CostBadge, type CostBadgeProps } from './cost-badge/index.ts'
export { DraftPlayer, type DraftPlayerProps, type DraftState, useDraft } from './draft-player/index.ts'
export {
  EffectPicker,
  type EffectPickerProps,
  type EffectPickerRootProps,
  type MultipleChoice,
  type SingleChoice,
  useEffectPicker,
  type UseEffectPicker,
  type UseEffectPickerOptions,
} from './effect-picker/index.ts'
export {
  type DeletionOutcome,
  GenerationList,
  type GenerationListProps,
  GenerationListView,
  type GenerationListViewProps,
  type ListChoice,
  type ListLayout,
  type StatusGroup,
  useGenerationList,
  type UseGenerationList,
  type UseGenerationListOptions,
} from './generation-list/index.ts'
export {
  type CancelOutcomeData,
  type RecoverOutcomeData,
  type GenerateOutcome,
  type GenerationData,
  type GenerationFilterData,
  type LogLineData,
  type Upload,
  UploadError,
  type UploadOptions,
  useGenerate,
  type UseGenerate,
  useGeneration,
  type UseGeneration,
  useGenerationActions,
  type UseGenerationActions,
  useGenerations,
  type UseGenerations,
  type UseGenerationsOptions,
  useUpload,
} from './hooks/index.ts'
export {
  KeyframeTimeline,
  type KeyframeTimelineProps,
  type TimelineNotice,
  type TimelinePlace,
  type TimelineRootProps,
  type TimelineSelection,
  useKeyframeTimeline,
  type UseKeyframeTimeline,
  type UseKeyframeTimelineOptions,
} from './keyframe-timeline/index.ts'
export { OperationIcon, type OperationIconProps } from './internals/OperationIcon.tsx'
export {
  type CameraProblem,
  type CameraState,
  type MediaDetails,
  type MediaEntry,
  MediaInput,
  type MediaInputProps,
  type MediaInputRootProps,
  type MediaItem,
  type MediaRefusal,
  type MultipleMedia,
  type SingleMedia,
  type UseCamera,
  useMediaInput,
  type UseMediaInput,
  type UseMediaInputOptions,
} from './media-input/index.ts'
export type {
  CatalogWords,
  CompleteCatalogWords,
  FieldWords,
  IssueLimits,
  OperationWords,
} from './messages/CatalogWords.ts'
export { english, englishFor, type Messages } from './messages/english/index.ts'
export { type Formats, formatsFor, type PluralForms, type Unit } from './messages/formats.ts'
export type { MessageOverrides } from './messages/mergeMessages.ts'
export { useEffectWords, useIssueWords, useOperationWords } from './messages/useCatalogWords.ts'
export { useMessages } from './messages/useMessages.ts'
export {
  type FormFailure,
  type FormFieldProps,
  type FormFieldState,
  type FormIssue,
  type FormRootProps,
  type FormValue,
  type GenerateAnswer,
  OperationForm,
  type OperationFormProps,
  useOperationForm,
  type UseOperationForm,
  type UseOperationFormOptions,
} from './operation-form/index.ts'
export { PromptField, type PromptFieldProps, useRecentPrompts } from './prompt-field/index.ts'
export { createPikaClient, type PikaClientOptions } from './provider/createPikaClient.ts'
export { PikaProvider, type PikaProviderProps } from './provider/PikaProvider.tsx'
export { SeedField, type SeedFieldProps } from './seed-field/index.ts'
export {
  canCancel,
  canRecover,
  canRetry,
  elapsedSeconds,
  pictureOf,
  promptOf,
  ratioOf,
  readyIn,
  type ReadyIn,
  type Remedy,
  remedyOf,
  sourceOf,
  STEPS,
  type Step,
  stepStates,
  type StepState,
  useVideoResult,
  type UseVideoResult,
  VideoResult,
  type VideoResultActions,
  type VideoResultFrameProps,
  type VideoResultPlayerProps,
  type VideoResultProps,
  type VideoResultRootProps,
  VideoResultView,
  type VideoResultViewProps,
} from './video-result/index.ts'
