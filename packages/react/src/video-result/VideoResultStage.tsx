import { type ComponentPropsWithRef, useEffect, useState } from 'react'
import { joinClasses } from '../internals/join.ts'
import { FilmIcon, OfflineIcon, WarningIcon } from '../internals/icons.tsx'
import { OperationIcon } from '../internals/OperationIcon.tsx'
import { Picture } from '../internals/Picture.tsx'
import { resultWords } from '../messages/english/result.ts'
import { useWords } from '../messages/useWords.ts'
import { loadControls } from './loadControls.ts'
import { pictureOf, ratioOf } from './resultView.ts'
import { VideoResultPlayer } from './VideoResultPlayer.tsx'
import { useResult } from './VideoResultContext.ts'

const USUAL_RATIO = 16 / 9

/**
 * The place of the video: before it is there, what it is made from, at the size that it will have; then the player. Give
 * it children to have another player.
 */
export function VideoResultStage({ className, style, children, ...props }: ComponentPropsWithRef<'div'>) {
  const words = useWords(resultWords)
  const { generation, connection, error, isFinal } = useResult('Stage')
  const [picture, setPicture] = useState<{ url: string; ratio: number } | null>(null)
  const awaitsPlayer = generation !== null && !isFinal && !children
  useEffect(() => {
    // Where it fails now, the player tries again.
    if (awaitsPlayer) loadControls().catch(() => {})
  }, [awaitsPlayer])

  if (!generation) {
    const isMissing = connection === 'failed'
    const isOffline = connection === 'reconnecting'
    return (
      <div
        {...props}
        className={joinClasses('pk-result-stage pk-result-placeholder', className)}
        style={style}
        data-waiting={connection === 'connecting' || undefined}
      >
        {isMissing ? <WarningIcon /> : isOffline ? <OfflineIcon /> : <FilmIcon />}
        <strong>
          {isMissing ? (error ?? words.notFound) : connection === 'idle' ? words.empty : words.connecting}
        </strong>
        {connection === 'idle' && <span className="pk-hint">{words.emptyHint}</span>}
        {isOffline && <span className="pk-hint">{words.offline}</span>}
      </div>
    )
  }
  const url = pictureOf(generation)
  const ratio = ratioOf(generation) ?? (picture?.url === url ? picture?.ratio : undefined) ?? USUAL_RATIO
  if (generation.video)
    return (
      <div
        {...props}
        className={joinClasses('pk-result-playing', className)}
        style={{ '--pk-ratio': ratio, ...style } as typeof style}
      >
        {children ?? <VideoResultPlayer />}
      </div>
    )
  return (
    <div
      {...props}
      className={joinClasses('pk-result-stage', className)}
      style={{ '--pk-ratio': ratio, ...style } as typeof style}
      data-waiting={!isFinal || undefined}
    >
      <span className="pk-result-drawn">
        <OperationIcon id={generation.operation.id} />
      </span>
      {url !== null && (
        <Picture
          className="pk-result-picture"
          src={url}
          onLoad={({ currentTarget: { naturalWidth, naturalHeight } }) =>
            setPicture({ url, ratio: naturalWidth / naturalHeight })
          }
        />
      )}
    </div>
  )
}
