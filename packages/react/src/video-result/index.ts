export {
  VideoResult,
  type VideoResultProps,
  VideoResultView,
  type VideoResultViewProps,
} from './VideoResult.tsx'
export type { VideoResultPlayerProps } from './VideoResultPlayer.tsx'
export type { VideoResultFrameProps, VideoResultRootProps } from './VideoResultRoot.tsx'
export { useVideoResult, type UseVideoResult, type VideoResultActions } from './useVideoResult.ts'
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
} from './resultView.ts'
