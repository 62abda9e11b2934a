import { FileChooser } from '../internals/FileChooser.tsx'
import { ImageIcon } from '../internals/icons.tsx'
import { useDropTarget } from '../internals/useDropTarget.ts'
import { useMessages } from '../provider/PikaProvider.tsx'
import { useTimeline } from './TimelineContext.ts'

/** What stands there before the first picture. */
export function TimelineEmpty() {
  const timeline = useTimeline('Empty')
  const { timeline: words } = useMessages()
  const dropTarget = useDropTarget<HTMLDivElement>(({ dataTransfer }) => {
    if (!timeline.isDisabled) timeline.addFiles([...dataTransfer.files])
  })
  if (timeline.storyboard.keyframes.length > 0) return null
  return (
    <div className="pk-timeline-empty" {...dropTarget}>
      <ImageIcon />
      <strong>{words.empty}</strong>
      <span className="pk-hint">{words.emptyHint}</span>
      <FileChooser
        inputLabel={words.choose}
        accept="image/*"
        isMultiple
        disabled={timeline.isDisabled}
        onFiles={(files) => timeline.addFiles(files)}
      >
        {words.choose}
      </FileChooser>
    </div>
  )
}
