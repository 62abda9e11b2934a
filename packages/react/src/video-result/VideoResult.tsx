import { useVideoResult, type VideoResultActions } from './useVideoResult.ts'
import { VideoResultView } from './VideoResultView.tsx'

export interface VideoResultProps extends VideoResultActions {
  /** Which generation; null shows an empty place. */
  id: string | null
  className?: string
}

/** One generation, followed live through all its states: queue, log, player, failure, and what can be done. */
export function VideoResult({ id, className, ...actions }: VideoResultProps) {
  const result = useVideoResult(id, actions)
  return <VideoResultView result={result} {...(className !== undefined && { className })} />
}
