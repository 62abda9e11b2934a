import { type ReactNode, useEffect, useRef, useState } from 'react'
import { Picture } from '../internals/Picture.tsx'

/** What the video was made from, over it and at the same moment. */
export function PlayerCompare({
  video,
  source,
  render,
}: {
  video: HTMLVideoElement
  source: { kind: 'image' | 'video'; url: string } | null
  render: ((seconds: number) => ReactNode) | null
}) {
  const [seconds, setSeconds] = useState(video.currentTime)
  const other = useRef<HTMLVideoElement>(null)
  useEffect(() => {
    let frame = 0
    const follow = () => {
      setSeconds(video.currentTime)
      const shown = other.current
      if (shown && Math.abs(shown.currentTime - video.currentTime) > 0.1)
        shown.currentTime = video.currentTime
      frame = requestAnimationFrame(follow)
    }
    follow()
    return () => cancelAnimationFrame(frame)
  }, [video])
  return (
    <div className="pk-player-compare" aria-hidden="true">
      {render ? (
        render(seconds)
      ) : source?.kind === 'video' ? (
        <video ref={other} src={source.url} muted playsInline preload="auto" tabIndex={-1} />
      ) : (
        source && <Picture src={source.url} />
      )}
    </div>
  )
}
