import type { ComponentPropsWithRef } from 'react'
import { joinClasses } from '../internals/join.ts'
import { resultWords } from '../messages/english/result.ts'
import { useWords } from '../messages/useWords.ts'
import { useVideoResult, type UseVideoResult, type VideoResultActions } from './useVideoResult.ts'
import { VideoResultContext } from './VideoResultContext.ts'

type SectionProps = Omit<ComponentPropsWithRef<'section'>, 'id'>

export interface VideoResultFrameProps extends SectionProps {
  /** What `useVideoResult` answered. */
  result: UseVideoResult
}

/** The result for the parts inside, from a `useVideoResult` of one's own. */
export function VideoResultFrame({ result, className, children, ...props }: VideoResultFrameProps) {
  const words = useWords(resultWords)
  const { generation, connection } = result
  return (
    <VideoResultContext.Provider value={result}>
      <section
        aria-label={words.label}
        {...props}
        className={joinClasses('pk-root pk-result', className)}
        data-state={generation ? generation.status.toLowerCase().replace('_', '-') : connection}
        data-offline={result.isOffline || undefined}
      >
        <div className="pk-result-parts">{children}</div>
        {/* The one place that speaks: news in their order, a place in the queue now and then, never a clock. */}
        <div className="pk-hidden" role="status" aria-live="polite" aria-atomic="true">
          {result.spoken}
        </div>
      </section>
    </VideoResultContext.Provider>
  )
}

export interface VideoResultRootProps extends SectionProps, VideoResultActions {
  /** Which generation; null shows an empty place. */
  id: string | null
}

/** Follows a generation for the parts inside, and speaks what happens to it. */
export function VideoResultRoot({
  id,
  onRetry,
  onRetryRefused,
  onRemove,
  onChangeInput,
  onOpen,
  ...props
}: VideoResultRootProps) {
  const result = useVideoResult(id, {
    ...(onRetry && { onRetry }),
    ...(onRetryRefused && { onRetryRefused }),
    ...(onRemove && { onRemove }),
    ...(onChangeInput && { onChangeInput }),
    ...(onOpen && { onOpen }),
  })
  return <VideoResultFrame {...props} result={result} />
}
