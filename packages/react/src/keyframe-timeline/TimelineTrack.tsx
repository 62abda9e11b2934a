import {
  type ComponentPropsWithRef,
  type CSSProperties,
  type DragEvent,
  Fragment,
  type ReactNode,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import { joinClasses, joinHandlers, joinRefs } from '../internals/join.ts'
import { addressOf } from '../media-input/mediaFiles.ts'
import { useDropTarget } from '../internals/useDropTarget.ts'
import { timelineWords } from '../messages/english/timeline.ts'
import { useWords } from '../messages/useWords.ts'
import { closestZoom, fittingScale, placeAt, scrollToShow, THUMBNAIL_PIXELS } from './axis.ts'
import {
  type DropMark,
  DropMarkContext,
  type TimelineAxis,
  TimelineAxisContext,
} from './TimelineAxisContext.ts'
import { useTimeline } from './TimelineContext.ts'
import { TimelineKeyframe } from './TimelineKeyframe.tsx'
import { TimelinePlayhead, TimelineRuler } from './TimelineRuler.tsx'
import { TimelineTransition } from './TimelineTransition.tsx'
import { rowMiddles } from './rowMiddles.ts'
import { useEdgeScroll } from './useEdgeScroll.ts'
import { useZoomGestures } from './useZoomGestures.ts'

/** The width of the box before it was measured. */
const ASSUMED_WIDTH = 640

export interface TimelineTrackProps extends ComponentPropsWithRef<'div'> {
  /** What stands on the axis; the ruler, the play position and the items when left out. */
  children?: ReactNode
}

/** The same elements at each render, so that a mark that is put elsewhere renders nothing but what shows it. */
const defaultParts = (
  <>
    <TimelineRuler />
    <TimelineItems />
    <TimelinePlayhead />
  </>
)

/** The time axis: a ruler, each keyframe at its second, each transition between. On narrow screens, a list from top to bottom. */
export function TimelineTrack({ className, ref, children, onKeyDown, ...props }: TimelineTrackProps) {
  const timeline = useTimeline('Track')
  const words = useWords(timelineWords)
  const box = useRef<HTMLDivElement>(null)
  const content = useRef<HTMLDivElement>(null)
  const [width, setWidth] = useState(ASSUMED_WIDTH)
  const [heldScale, setHeldScale] = useState<number | null>(null)
  const [mark, setMark] = useState<DropMark | null>(null)
  const { storyboard, times, total, time, zoom, setClosestZoom, view } = timeline
  const fitting = fittingScale(storyboard.transitions, width)
  const scale = heldScale ?? fitting * zoom
  const isShown = view === 'axis' && storyboard.keyframes.length > 0
  const scrollNear = useEdgeScroll(box)
  const zoomByKey = useZoomGestures(box, { scale, isShown }, timeline)

  // As soon as it is in the page: painted at the assumed width, it would jump to its own.
  const measured = useRef<HTMLElement | null>(null)
  const measure = (element: HTMLDivElement | null) => {
    if (!element || element === measured.current) return
    measured.current = element
    const { paddingLeft, paddingRight } = getComputedStyle(element)
    setWidth(element.clientWidth - Number.parseFloat(paddingLeft) - Number.parseFloat(paddingRight))
  }
  useEffect(() => {
    if (!isShown || !box.current) return undefined
    const observer = new ResizeObserver(([entry]) => entry && setWidth(entry.contentRect.width))
    observer.observe(box.current)
    return () => observer.disconnect()
  }, [isShown])
  useEffect(() => setClosestZoom(closestZoom(fitting)), [fitting, setClosestZoom])

  // The play position stays in view, as it plays and as it is sought.
  useEffect(() => {
    const element = box.current
    if (!element || time === null || element.scrollWidth <= element.clientWidth) return
    const start = Math.abs(element.scrollLeft)
    const next = scrollToShow(time * scale + THUMBNAIL_PIXELS / 2, { start, width: element.clientWidth })
    if (next !== start)
      element.scrollTo({ left: getComputedStyle(element).direction === 'rtl' ? -next : next })
    // Where it is zoomed, its own place is kept: see `useZoomGestures`.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [time])

  const axis = useMemo<TimelineAxis>(() => {
    const isRightToLeft = () =>
      content.current !== null && getComputedStyle(content.current).direction === 'rtl'
    const inside: TimelineAxis['inside'] = ({ x, y }) => {
      const { left, right, top } = content.current?.getBoundingClientRect() ?? { left: 0, right: 0, top: 0 }
      return { x: isRightToLeft() ? right - x : x - left, y: y - top }
    }
    return {
      scale,
      inside,
      isRightToLeft,
      secondAt: (point) => (inside(point).x - THUMBNAIL_PIXELS / 2) / scale,
      isList: () =>
        content.current !== null &&
        getComputedStyle(content.current).getPropertyValue('--pk-list').trim() === '1',
      holdScale: (isHeld) => setHeldScale(isHeld ? scale : null),
      setMark,
      scrollNear,
    }
  }, [scale, scrollNear])

  const count = storyboard.keyframes.length
  const placeOf = (event: DragEvent) => {
    const point = { x: event.clientX, y: event.clientY }
    return placeAt(
      axis.isList() ? rowMiddles(content.current) : times,
      axis.isList() ? point.y : axis.secondAt(point),
      count,
    )
  }
  const dropTarget = useDropTarget<HTMLDivElement>((event) => {
    setMark(null)
    if (timeline.isDisabled) return
    const files = [...event.dataTransfer.files]
    const address = addressOf(event.dataTransfer)
    if (files.length > 0) timeline.addFiles(files, placeOf(event))
    else if (address) timeline.addUrl(address, placeOf(event))
  })

  if (!isShown) return null
  return (
    <TimelineAxisContext.Provider value={axis}>
      <div
        role="group"
        aria-label={words.axis}
        {...props}
        {...dropTarget}
        ref={joinRefs(box, ref, measure)}
        className={joinClasses('pk-timeline-track', className)}
        style={{ ...props.style, '--pk-scale': `${scale}px`, '--pk-total': total } as CSSProperties}
        onKeyDown={joinHandlers(onKeyDown, zoomByKey)}
        onDragOver={(event) => {
          dropTarget.onDragOver(event)
          const place = placeOf(event)
          const next = insertionMark(place, count)
          if (mark?.at !== next.at || mark.place !== next.place) setMark(next)
        }}
        onDragLeave={(event) => {
          if (event.relatedTarget instanceof Node && event.currentTarget.contains(event.relatedTarget)) return
          dropTarget.onDragLeave(event)
          setMark(null)
        }}
      >
        <div ref={content} className="pk-timeline-axis">
          <DropMarkContext.Provider value={mark}>{children ?? defaultParts}</DropMarkContext.Provider>
        </div>
      </div>
    </TimelineAxisContext.Provider>
  )
}

/** The keyframes and the transitions between them. */
export function TimelineItems() {
  const { storyboard } = useTimeline('Items')
  const words = useWords(timelineWords)
  return (
    <ol className="pk-timeline-items" aria-label={words.keyframes}>
      {storyboard.keyframes.map((keyframe, index) => (
        <Fragment key={keyframe.id}>
          <TimelineKeyframe keyframe={keyframe} index={index} />
          {index < storyboard.transitions.length && <TimelineTransition index={index} />}
        </Fragment>
      ))}
    </ol>
  )
}

function insertionMark(place: number, count: number): DropMark {
  if (place === 0) return { at: 'before', place }
  return place >= count ? { at: 'after', place: count - 1 } : { at: 'into', place: place - 1 }
}
