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
import { memo, type ReactNode, useState } from 'react'
import { timelineWords } from '../messages/english/timeline.ts'
import { useWords } from '../messages/useWords.ts'
import { TimelineAddress } from './TimelineAddress.tsx'
import { TimelineBudget } from './TimelineBudget.tsx'
import { type Timeline, useTimeline } from './TimelineContext.ts'

export interface TimelineBarProps {
  /** What stands beside the seconds: a `CostBadge`, for example. */
  price?: ReactNode
}

/** Adds pictures, undoes and redoes, zooms, switches to the text, and shows how much of the budget is used. */
export function TimelineBar({ price }: TimelineBarProps) {
  const timeline = useTimeline('Bar')
  const { isFull, isDisabled, edgeMode, view } = timeline
  const [isAsking, setIsAsking] = useState(false)
  return (
    <div className="pk-timeline-bar">
      <AddButton isFull={isFull} isDisabled={isDisabled} addFiles={timeline.addFiles} />
      <EditTools
        canAdd={!isFull && !isDisabled}
        canUndo={timeline.canUndo && !isDisabled}
        canRedo={timeline.canRedo && !isDisabled}
        undo={timeline.undo}
        redo={timeline.redo}
        isAsking={isAsking}
        setIsAsking={setIsAsking}
      />
      <TimelineZoom />
      <ViewTools
        isDisabled={isDisabled}
        edgeMode={edgeMode}
        setEdgeMode={timeline.setEdgeMode}
        view={view}
        setView={timeline.setView}
      />
      <TimelineBudget>{price}</TimelineBudget>
      {isAsking && <TimelineAddress onEnd={() => setIsAsking(false)} />}
    </div>
  )
}

/** Makes the axis longer or shorter; the middle button shows the whole again. */
export function TimelineZoom() {
  const { zoom, zoomIn, zoomOut, setZoom, canZoomIn, view } = useTimeline('Zoom')
  if (view === 'text') return null
  return <ZoomTools isWhole={zoom <= 1} {...{ zoomIn, zoomOut, setZoom, canZoomIn }} />
}

// Each of these is rendered only for what it shows: while an edge is dragged, nothing of them changes.

const AddButton = memo(function AddButton({
  isFull,
  isDisabled,
  addFiles,
}: Pick<Timeline, 'isFull' | 'isDisabled' | 'addFiles'>) {
  const words = useWords(timelineWords)
  return (
    <FileChooser
      inputLabel={words.choose}
      accept="image/*"
      isMultiple
      disabled={isDisabled || isFull}
      title={isFull ? words.full : undefined}
      onFiles={(files) => addFiles(files)}
    >
      <PlusIcon />
      {words.add}
    </FileChooser>
  )
})

interface EditToolsProps extends Pick<Timeline, 'canUndo' | 'canRedo' | 'undo' | 'redo'> {
  canAdd: boolean
  isAsking: boolean
  setIsAsking(isAsking: boolean): void
}

const EditTools = memo(function EditTools({
  canAdd,
  canUndo,
  canRedo,
  undo,
  redo,
  isAsking,
  setIsAsking,
}: EditToolsProps) {
  const words = useWords(timelineWords)
  return (
    <div className="pk-timeline-tools">
      <Button
        variant="plain"
        label={words.byUrl}
        aria-expanded={isAsking}
        disabled={!canAdd}
        onClick={() => setIsAsking(!isAsking)}
      >
        <LinkIcon />
      </Button>
      <Button variant="plain" label={words.undo} disabled={!canUndo} onClick={undo}>
        <UndoIcon />
      </Button>
      <Button variant="plain" label={words.redo} disabled={!canRedo} onClick={redo}>
        <RedoIcon />
      </Button>
    </div>
  )
})

const ZoomTools = memo(function ZoomTools({
  isWhole,
  canZoomIn,
  zoomIn,
  zoomOut,
  setZoom,
}: Pick<Timeline, 'canZoomIn' | 'zoomIn' | 'zoomOut' | 'setZoom'> & { isWhole: boolean }) {
  const words = useWords(timelineWords)
  return (
    <div className="pk-timeline-tools pk-timeline-zoom" role="group" aria-label={words.zoom}>
      <Button variant="plain" label={words.zoomOut} disabled={isWhole} onClick={zoomOut}>
        <ZoomOutIcon />
      </Button>
      <Button variant="plain" label={words.zoomToFit} disabled={isWhole} onClick={() => setZoom(1)}>
        <FitIcon />
      </Button>
      <Button variant="plain" label={words.zoomIn} disabled={!canZoomIn} onClick={zoomIn}>
        <ZoomInIcon />
      </Button>
    </div>
  )
})

const ViewTools = memo(function ViewTools({
  isDisabled,
  edgeMode,
  setEdgeMode,
  view,
  setView,
}: Pick<Timeline, 'isDisabled' | 'edgeMode' | 'setEdgeMode' | 'view' | 'setView'>) {
  const words = useWords(timelineWords)
  return (
    <div className="pk-timeline-tools">
      <Button
        variant="plain"
        label={words.keepLength}
        title={words.keepLengthHelp}
        aria-pressed={edgeMode === 'roll'}
        disabled={isDisabled}
        onClick={() => setEdgeMode(edgeMode === 'roll' ? 'ripple' : 'roll')}
      >
        <RollIcon />
      </Button>
      <Button
        variant="plain"
        label={view === 'text' ? words.showAxis : words.showText}
        onClick={() => setView(view === 'text' ? 'axis' : 'text')}
      >
        {view === 'text' ? <AxisIcon /> : <TextIcon />}
      </Button>
    </div>
  )
})
