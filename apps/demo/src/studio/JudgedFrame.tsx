import type { useDraft } from '@pika-kit/react'
import { useEffect, useRef } from 'react'
import { useStudioWords } from '../languages/StudioWordsContext.ts'

export type Draft = NonNullable<ReturnType<typeof useDraft>['draft']>

/** One picture of a draft. */
export function JudgedFrame({ draft, seconds }: { draft: Draft; seconds: number }) {
  const words = useStudioWords()
  const canvas = useRef<HTMLCanvasElement>(null)
  useEffect(() => {
    const context = canvas.current?.getContext('2d')
    if (context) draft.draw(context, Math.min(seconds, draft.duration))
  }, [draft, seconds])
  return (
    <>
      <canvas ref={canvas} className="studio-judged" width={draft.width} height={draft.height} />
      <span className="studio-judged-mark">{words.draft}</span>
    </>
  )
}
