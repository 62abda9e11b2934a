import { type ComponentPropsWithRef, type CSSProperties, Fragment, useEffect, useRef, useState } from 'react'
import { joinClasses, joinRefs } from '../internals/join.ts'
import { useDropTarget } from '../internals/useDropTarget.ts'
import { useMessages } from '../provider/PikaProvider.tsx'
import { pixelsPerSecond, placeAt, THUMBNAIL_PIXELS } from './axis.ts'
import { useTimeline } from './TimelineContext.ts'
import { TimelineRuler } from './TimelineRuler.tsx'
import { TimelineKeyframe } from './TimelineKeyframe.tsx'
import { TimelineTransition } from './TimelineTransition.tsx'

export interface TimelineTrackProps extends ComponentPropsWithRef<'div'> {
  /** Second of the play position; none is shown when left out. */
  playhead?: number | undefined
}

/** The time axis: a ruler, each keyframe at its second, each transition between. On narrow screens, a list from top to bottom. */
export function TimelineTrack({ playhead, className, ref, ...props }: TimelineTrackProps) {
  const timeline = useTimeline('Track')
  const { timeline: words } = useMessages()
  const track = useRef<HTMLDivElement>(null)
  const [width, setWidth] = useState(640)
  // While an edge is dragged the axis must not change its scale under the finger.
  const [frozenScale, setFrozenScale] = useState<number | null>(null)
  const { storyboard, times, total } = timeline
  const scale = frozenScale ?? pixelsPerSecond(storyboard.transitions, width)

  useEffect(() => {
    if (!track.current) return
    const observer = new ResizeObserver(([entry]) => entry && setWidth(entry.contentRect.width))
    observer.observe(track.current)
    return () => observer.disconnect()
  }, [])

  const dropTarget = useDropTarget<HTMLDivElement>((event) => {
    if (timeline.isDisabled || !track.current) return
    const box = track.current.getBoundingClientRect()
    const isRtl = getComputedStyle(track.current).direction === 'rtl'
    const x =
      (isRtl ? box.right - event.clientX : event.clientX - box.left) +
      Math.abs(track.current.scrollLeft) -
      THUMBNAIL_PIXELS / 2
    timeline.addFiles([...event.dataTransfer.files], placeAt(times, x / scale, storyboard.keyframes.length))
  })

  return (
    <div
      {...props}
      ref={joinRefs(track, ref)}
      className={joinClasses('pk-timeline-track', className)}
      style={{ '--pk-scale': `${scale}px`, '--pk-total': total } as CSSProperties}
      {...dropTarget}
    >
      <div className="pk-timeline-axis">
        <TimelineRuler scale={scale} />
        {playhead !== undefined && total > 0 && (
          <div
            className="pk-timeline-playhead"
            aria-hidden="true"
            style={{ '--pk-at': Math.min(playhead, total) } as CSSProperties}
          />
        )}
        <ol className="pk-timeline-items" aria-label={words.keyframes}>
          {storyboard.keyframes.map((keyframe, index) => (
            <Fragment key={keyframe.id}>
              <TimelineKeyframe keyframe={keyframe} index={index} scale={scale} />
              {index < storyboard.transitions.length && (
                <TimelineTransition
                  index={index}
                  scale={scale}
                  onDragStart={() => setFrozenScale(scale)}
                  onDragEnd={() => setFrozenScale(null)}
                />
              )}
            </Fragment>
          ))}
        </ol>
      </div>
    </div>
  )
}
