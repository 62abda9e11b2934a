import type { Operation } from '@pika-kit/core'
import { useEffect, useRef } from 'react'
import { Button } from '../internals/Button.tsx'
import { FilmIcon, PauseIcon, PlayIcon, WarningIcon } from '../internals/icons.tsx'
import { joinClasses } from '../internals/join.ts'
import { formatClock } from '../internals/time.ts'
import { useControlled } from '../internals/useControlled.ts'
import { playerWords } from '../messages/english/player.ts'
import { useWords } from '../messages/useWords.ts'
import { seekByKey } from './seekKeys.ts'
import { useDraftStage } from './useDraftStage.ts'
import { useShownSize } from './useShownSize.ts'

// The playhead and the clock are told this often while it plays; the picture itself moves with every frame of the screen.
const TOLD_EVERY_MS = 33
// Who holds the second may round it.
const SOUGHT_FROM_SECONDS = 0.2

export interface DraftPlayerProps {
  /** Whose draft is played: one of Pika's, or one of your own that names a draft. */
  operation: Operation
  /** As the operation takes it; it may still be incomplete. */
  input: Readonly<Record<string, unknown>>
  /** Seconds; shared with a timeline under the player, which may set it also while it plays. */
  time?: number
  /** Told some thirty times a second while it plays, and when another second is sought. */
  onTimeChange?(seconds: number): void
  /** Whether it plays; shared with a timeline as `time` is. */
  isPlaying?: boolean
  /** Told when it starts and stops, at its end too. */
  onPlayingChange?(isPlaying: boolean): void
  /** Beside the kit's own. */
  className?: string
}

/** Plays what an operation would make of an input, drawn in the browser: free, at once, and marked as a draft. */
export function DraftPlayer({
  operation,
  input,
  time,
  onTimeChange,
  isPlaying: isPlayingThere,
  onPlayingChange,
  className,
}: DraftPlayerProps) {
  const words = useWords(playerWords)
  const place = useRef<HTMLDivElement>(null)
  const picture = useRef<HTMLDivElement>(null)
  const { status, stage, duration } = useDraftStage(picture, operation, input, useShownSize(place))
  const [seconds, setSeconds] = useControlled(time, 0, onTimeChange)
  const [isPlaying, setIsPlaying] = useControlled(isPlayingThere, false, onPlayingChange)
  const shown = Math.min(seconds, duration)

  useEffect(() => {
    if (!isPlaying) stage?.show(shown)
  }, [stage, shown, isPlaying])

  /** When second 0 was, or would have been, by the clock of the page. */
  const startedAt = useRef(0)
  /** The seconds that were told and have not come back by a render yet, which on a busy page takes a while; the last always. */
  const told = useRef<number[]>([])
  useEffect(() => {
    if (!isPlaying || !stage) return
    let frame = 0
    let toldAt = 0
    const from = shown >= duration - 0.01 ? 0 : shown
    told.current = [shown, from]
    startedAt.current = performance.now() - from * 1_000
    stage.play(startedAt.current)
    const tell = (at: number) => {
      told.current.push(at)
      setSeconds(at)
    }
    const tick = (now: number) => {
      const at = Math.max(0, (now - startedAt.current) / 1_000)
      if (at >= duration) {
        tell(duration)
        setIsPlaying(false)
        return
      }
      if (now - toldAt >= TOLD_EVERY_MS) {
        toldAt = now
        tell(at)
      }
      frame = requestAnimationFrame(tick)
    }
    frame = requestAnimationFrame(tick)
    return () => cancelAnimationFrame(frame)
    // `shown` changes with every frame that is played: only a new start reads it.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [isPlaying, stage, duration])

  // Another second than those that were told was set from outside: it plays on from there.
  useEffect(() => {
    if (!isPlaying) return
    const returned = told.current.findIndex((at) => Math.abs(at - shown) <= SOUGHT_FROM_SECONDS)
    if (returned >= 0) told.current.splice(0, returned)
    else {
      told.current = [shown]
      startedAt.current = performance.now() - shown * 1_000
      stage?.play(startedAt.current)
    }
  }, [isPlaying, stage, shown])

  useEffect(() => {
    if (!stage) setIsPlaying(false)
  }, [stage, setIsPlaying])

  return (
    <div
      className={joinClasses('pk-root pk-draft', className)}
      data-state={status}
      data-playing={isPlaying || undefined}
    >
      <div ref={place} className="pk-draft-stage">
        <div ref={picture} className="pk-draft-canvas" role="img" aria-label={words.mark} hidden={!stage} />
        {!stage && (
          <div key={status} className="pk-draft-empty">
            {status === 'failed' ? <WarningIcon /> : <FilmIcon />}
            <span>{status === 'failed' ? words.failed : words.waiting}</span>
          </div>
        )}
        {stage && (
          <span className="pk-draft-mark" aria-hidden="true">
            {words.mark}
          </span>
        )}
      </div>
      <div className="pk-draft-bar">
        <Button
          className="pk-draft-play"
          label={isPlaying ? words.pause : words.play}
          disabled={!stage}
          onClick={() => setIsPlaying((playing) => !playing)}
        >
          {isPlaying ? <PauseIcon /> : <PlayIcon />}
        </Button>
        <input
          className="pk-draft-position"
          type="range"
          min={0}
          max={Math.max(duration, 0.1)}
          step="any"
          value={shown}
          disabled={!stage}
          aria-label={words.position}
          aria-valuetext={words.positionValue(shown, duration)}
          onChange={(event) => {
            setIsPlaying(false)
            setSeconds(Number(event.target.value))
          }}
          onKeyDown={(event) => {
            if (event.ctrlKey || event.metaKey || event.altKey) return
            const isRightToLeft = getComputedStyle(event.currentTarget).direction === 'rtl'
            const next = seekByKey(event, { time: shown, duration, isRightToLeft })
            if (event.key === ' ') setIsPlaying((playing) => !playing)
            else if (next !== null) {
              setIsPlaying(false)
              setSeconds(next)
            } else return
            event.preventDefault()
          }}
        />
        <span className="pk-draft-time">
          {formatClock(shown)} / {formatClock(duration)}
        </span>
      </div>
    </div>
  )
}
