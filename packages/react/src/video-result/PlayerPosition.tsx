import { useEffect, useRef, useState } from 'react'
import { formatClock } from '../internals/time.ts'
import { videoWords } from '../messages/english/video.ts'
import { useWords } from '../messages/useWords.ts'
import { FRAMES_PER_SECOND, lengthOf } from './playback.ts'

/** Where the video stands: a slider that moves with each frame of the screen, and a clock with tenths. */
export function PlayerPosition({
  video,
  knownDuration,
  isPaused,
  onSeek,
}: {
  video: HTMLVideoElement
  knownDuration: number | null
  isPaused: boolean
  onSeek(seconds: number): void
}) {
  const words = useWords(videoWords)
  const [{ seconds, duration }, setTimes] = useState(() => timesOf(video, knownDuration))
  const wasPlaying = useRef(false)

  useEffect(() => {
    const read = () => setTimes(timesOf(video, knownDuration))
    read()
    const events = ['timeupdate', 'seeking', 'durationchange', 'loadedmetadata'] as const
    for (const event of events) video.addEventListener(event, read)
    return () => {
      for (const event of events) video.removeEventListener(event, read)
    }
  }, [video, knownDuration])

  // The browser tells the time four times a second: too seldom for a slider.
  useEffect(() => {
    if (isPaused) return
    let frame = requestAnimationFrame(function follow() {
      setTimes(timesOf(video, knownDuration))
      frame = requestAnimationFrame(follow)
    })
    return () => cancelAnimationFrame(frame)
  }, [video, knownDuration, isPaused])

  return (
    <>
      <input
        className="pk-player-position"
        type="range"
        min={0}
        max={duration || 1}
        step={1 / FRAMES_PER_SECOND}
        value={seconds}
        aria-label={words.position}
        aria-valuetext={words.positionValue(seconds, duration)}
        style={{ '--pk-played': `${duration > 0 ? (seconds / duration) * 100 : 0}%` } as object}
        onPointerDown={() => {
          wasPlaying.current = !video.paused
          video.pause()
        }}
        onPointerUp={() => {
          if (wasPlaying.current) void video.play().catch(() => {})
        }}
        onChange={(event) => onSeek(Number(event.target.value))}
      />
      <span className="pk-player-time" aria-hidden="true">
        {formatClock(seconds)}.{Math.floor((seconds * 10) % 10)}
        <span> / {formatClock(Math.round(duration))}</span>
      </span>
    </>
  )
}

function timesOf(video: HTMLVideoElement, known: number | null) {
  return { seconds: video.currentTime, duration: lengthOf(video, known) }
}
