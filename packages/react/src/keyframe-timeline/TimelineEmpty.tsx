import { useState } from 'react'
import { Button } from '../internals/Button.tsx'
import { FileChooser } from '../internals/FileChooser.tsx'
import { ImageIcon, LinkIcon } from '../internals/icons.tsx'
import { useDropTarget } from '../internals/useDropTarget.ts'
import { addressOf } from '../media-input/mediaFiles.ts'
import { timelineWords } from '../messages/english/timeline.ts'
import { useWords } from '../messages/useWords.ts'
import { TimelineAddress } from './TimelineAddress.tsx'
import { useTimeline } from './TimelineContext.ts'

/** What stands there before the first picture. */
export function TimelineEmpty() {
  const timeline = useTimeline('Empty')
  const words = useWords(timelineWords)
  const [isAsking, setIsAsking] = useState(false)
  const dropTarget = useDropTarget<HTMLDivElement>(({ dataTransfer }) => {
    if (timeline.isDisabled) return
    const address = addressOf(dataTransfer)
    if (dataTransfer.files.length > 0) timeline.addFiles([...dataTransfer.files])
    else if (address) timeline.addUrl(address)
  })
  if (timeline.storyboard.keyframes.length > 0) return null
  return (
    <div className="pk-timeline-empty" {...dropTarget}>
      <ImageIcon />
      <strong>{words.empty}</strong>
      <span className="pk-hint">{words.emptyHint}</span>
      <div className="pk-timeline-tools">
        <FileChooser
          inputLabel={words.choose}
          accept="image/*"
          isMultiple
          disabled={timeline.isDisabled}
          onFiles={(files) => timeline.addFiles(files)}
        >
          {words.choose}
        </FileChooser>
        <Button
          variant="plain"
          label={words.byUrl}
          aria-expanded={isAsking}
          disabled={timeline.isDisabled}
          onClick={() => setIsAsking((asking) => !asking)}
        >
          <LinkIcon />
        </Button>
      </div>
      {isAsking && <TimelineAddress onEnd={() => setIsAsking(false)} />}
    </div>
  )
}
