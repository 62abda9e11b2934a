export { VideoResult, type VideoResultProps } from './VideoResult.tsx'
export { VideoResultView, type VideoResultViewProps } from './VideoResultView.tsx'
export { useVideoResult, type UseVideoResult, type VideoResultActions } from './useVideoResult.ts'
export {
  canCancel,
  canRecover,
  elapsedSeconds,
  pictureOf,
  promptOf,
  STEPS,
  type Step,
  stepStates,
  type StepState,
} from './resultView.ts'
