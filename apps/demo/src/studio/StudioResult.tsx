import type { Operation } from '@pika-kit/core'
import { type FormValue, useDraft, VideoResult } from '@pika-kit/react'
import { type Draft, JudgedFrame } from './JudgedFrame.tsx'

/** An input as it was when its generation was asked for, with the draft of which it was judged. */
export interface Judged {
  operation: Operation
  input: FormValue
}

export interface StudioResultProps {
  generationId: string | null
  /** What it was asked for with; null for one of another visit, which is held against what it was made from. */
  judged: Judged | null
  onShow(generationId: string): void
  onRemove(generationId: string): void
}

/** One generation. While its compare button is held, the draft that was judged stands where the video is. */
export function StudioResult({ generationId, judged, onShow, onRemove }: StudioResultProps) {
  return (
    <VideoResult.Root id={generationId} onRetry={({ id }) => onShow(id)} onOpen={onShow} onRemove={onRemove}>
      <VideoResult.Stage>
        {judged ? <ComparedPlayer {...judged} /> : <VideoResult.Player />}
      </VideoResult.Stage>
      <VideoResult.Steps />
      <VideoResult.Status />
      <VideoResult.Failure />
      <VideoResult.Notes />
      <VideoResult.Actions />
      <VideoResult.Logs />
    </VideoResult.Root>
  )
}

/** As wide as the result is shown, in pixels. */
const WIDTH = 640

function ComparedPlayer({ operation, input }: Judged) {
  const { draft } = useDraft(operation, input, { width: WIDTH })
  return <VideoResult.Player {...(draft && { compareWith: framesOf(draft) })} />
}

function framesOf(draft: Draft) {
  return (seconds: number) => <JudgedFrame draft={draft} seconds={seconds} />
}
