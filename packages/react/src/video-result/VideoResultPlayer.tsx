import { type ComponentPropsWithRef, type ComponentType, type ReactNode, useEffect, useState } from 'react'
import { Button } from '../internals/Button.tsx'
import { RetryIcon, WarningIcon } from '../internals/icons.tsx'
import { joinClasses, joinRefs } from '../internals/join.ts'
import { catalogWords } from '../messages/english/catalog.ts'
import { videoWords } from '../messages/english/video.ts'
import { useWords } from '../messages/useWords.ts'
import { PlayerCompare } from './PlayerCompare.tsx'
import { loadControls } from './loadControls.ts'
import type { PlayerControlsProps } from './PlayerControls.tsx'
import { pictureOf, promptOf, sourceOf } from './resultView.ts'
import { useResult } from './VideoResultContext.ts'

export interface VideoResultPlayerProps extends ComponentPropsWithRef<'div'> {
  /** Whether keys work while the focus is in the player; each button has its own way too. True by default. */
  hasShortcuts?: boolean
  /**
   * What is held against the video: given its second, answers what to show. By default the picture or video that it was made
   * from; null for nothing.
   */
  compareWith?: ((seconds: number) => ReactNode) | null
}

type Controls = ComponentType<PlayerControlsProps>

/**
 * The video, with controls that are loaded when there is a video to wait for. Until they are, their place is kept free and
 * the video has the browser's own; it keeps these where they cannot be loaded.
 */
export function VideoResultPlayer({
  hasShortcuts = true,
  compareWith,
  className,
  ref,
  ...props
}: VideoResultPlayerProps) {
  const words = useWords(videoWords)
  const catalog = useWords(catalogWords)
  const { generation, refresh } = useResult('Player')
  const [Controls, setControls] = useState<Controls | 'loading' | 'unavailable'>('loading')
  const [element, setElement] = useState<HTMLVideoElement | null>(null)
  const [frame, setFrame] = useState<HTMLDivElement | null>(null)
  const [brokenUrl, setBrokenUrl] = useState<string | null>(null)
  const [isComparing, setIsComparing] = useState(false)
  const video = generation?.video
  const hasVideo = video !== null && video !== undefined

  useEffect(() => {
    if (!hasVideo) return
    let isWanted = true
    loadControls().then(
      ({ PlayerControls }) => isWanted && setControls(() => PlayerControls),
      // The page was built anew, or the network is gone.
      () => isWanted && setControls('unavailable'),
    )
    return () => void (isWanted = false)
  }, [hasVideo])

  if (!generation || !video) return null
  const { operation } = generation
  const title =
    promptOf(generation, catalog.effects) ?? catalog.operations[operation.id]?.title ?? operation.title
  const source = sourceOf(generation)
  const showsSource = compareWith === undefined && source !== null
  const loadAgain = () => {
    setBrokenUrl(null)
    refresh()
    element?.load()
  }
  return (
    <div
      {...props}
      ref={joinRefs(ref, setFrame)}
      className={joinClasses('pk-player', className)}
      data-comparing={isComparing || undefined}
    >
      <div className="pk-player-screen">
        {/* What the model makes has no words. */}
        {/* oxlint-disable-next-line jsx-a11y/media-has-caption */}
        <video
          ref={setElement}
          className="pk-player-video"
          src={video.url}
          poster={pictureOf(generation) ?? undefined}
          controls={typeof Controls === 'string'}
          playsInline
          loop
          preload="auto"
          aria-label={words.label(title)}
          onError={() => setBrokenUrl(video.url)}
        />
        {isComparing && element && (
          <PlayerCompare video={element} source={showsSource ? source : null} render={compareWith ?? null} />
        )}
        {brokenUrl === video.url && (
          <div className="pk-player-broken" role="alert">
            <WarningIcon />
            <span>{words.broken}</span>
            <Button onClick={loadAgain}>
              <RetryIcon />
              {words.again}
            </Button>
          </div>
        )}
      </div>
      {Controls === 'loading' && <div className="pk-player-controls" />}
      {typeof Controls !== 'string' && element && frame && (
        <Controls
          video={element}
          frame={frame}
          knownDuration={video.duration}
          hasShortcuts={hasShortcuts}
          onCompare={showsSource || compareWith ? setIsComparing : null}
        />
      )}
    </div>
  )
}
