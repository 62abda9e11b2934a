import { Button } from '../internals/Button.tsx'
import { FileChooser } from '../internals/FileChooser.tsx'
import {
  AxisIcon,
  FitIcon,
  LinkIcon,
  PlusIcon,
  RedoIcon,
  RollIcon,
  TextIcon,
  UndoIcon,
  ZoomInIcon,
  ZoomOutIcon,
} from '../internals/icons.tsx'
import { type ReactNode, useState } from 'react'
import { timelineWords } from '../messages/english/timeline.ts'
import { useWords } from '../messages/useWords.ts'
import { TimelineAddress } from './TimelineAddress.tsx'
import { TimelineBudget } from './TimelineBudget.tsx'
import { useTimeline } from './TimelineContext.ts'

export interface TimelineBarProps {
  /** What stands beside the seconds: a `CostBadge`, for example. */
  price?: ReactNode
}

/** Adds pictures, undoes and redoes, zooms, switches to the text, and shows how much of the budget is used. */
export function TimelineBar({ price }: TimelineBarProps) {
  const timeline = useTimeline('Bar')
  const words = useWords(timelineWords)
  const { isFull, isDisabled, edgeMode, view } = timeline
  const [isAsking, setIsAsking] = useState(false)
  return (
    <div className="pk-timeline-bar">
      <FileChooser
        inputLabel={words.choose}
        accept="image/*"
        isMultiple
        disabled={isDisabled || isFull}
        title={isFull ? words.full : undefined}
        onFiles={(files) => timeline.addFiles(files)}
      >
        <PlusIcon />
        {words.add}
      </FileChooser>
      <div className="pk-timeline-tools">
        <Button
          variant="plain"
          label={words.byUrl}
          aria-expanded={isAsking}
          disabled={isDisabled || isFull}
          onClick={() => setIsAsking((asking) => !asking)}
        >
          <LinkIcon />
        </Button>
        <Button
          variant="plain"
          label={words.undo}
          disabled={isDisabled || !timeline.canUndo}
          onClick={timeline.undo}
        >
          <UndoIcon />
        </Button>
        <Button
          variant="plain"
          label={words.redo}
          disabled={isDisabled || !timeline.canRedo}
          onClick={timeline.redo}
        >
          <RedoIcon />
        </Button>
      </div>
      <TimelineZoom />
      <div className="pk-timeline-tools">
        <Button
          variant="plain"
          label={words.keepLength}
          title={words.keepLengthHelp}
          aria-pressed={edgeMode === 'roll'}
          disabled={isDisabled}
          onClick={() => timeline.setEdgeMode(edgeMode === 'roll' ? 'ripple' : 'roll')}
        >
          <RollIcon />
        </Button>
        <Button
          variant="plain"
          label={view === 'text' ? words.showAxis : words.showText}
          onClick={() => timeline.setView(view === 'text' ? 'axis' : 'text')}
        >
          {view === 'text' ? <AxisIcon /> : <TextIcon />}
        </Button>
      </div>
      <TimelineBudget>{price}</TimelineBudget>
      {isAsking && <TimelineAddress onEnd={() => setIsAsking(false)} />}
    </div>
  )
}

/** Makes the axis longer or shorter; the middle button shows the whole again. */
export function TimelineZoom() {
  const { zoom, zoomIn, zoomOut, setZoom, canZoomIn, view } = useTimeline('Zoom')
  const words = useWords(timelineWords)
  if (view === 'text') return null
  return (
    <div className="pk-timeline-tools pk-timeline-zoom" role="group" aria-label={words.zoom}>
      <Button variant="plain" label={words.zoomOut} disabled={zoom <= 1} onClick={zoomOut}>
        <ZoomOutIcon />
      </Button>
      <Button variant="plain" label={words.zoomToFit} disabled={zoom <= 1} onClick={() => setZoom(1)}>
        <FitIcon />
      </Button>
      <Button variant="plain" label={words.zoomIn} disabled={!canZoomIn} onClick={zoomIn}>
        <ZoomInIcon />
      </Button>
    </div>
  )
}
