import type { Operation } from '@pika-kit/core'
import { useEffect, useRef } from 'react'
import { useDraft } from '../draft-player/useDraft.ts'

const WIDTH = 200

/** Plays one effect on the viewer's picture, again and again, for as long as it is there. */
export function EffectPreview({
  operation,
  imageUrl,
  effect,
}: {
  operation: Operation
  imageUrl: string
  effect: string
}) {
  const { draft } = useDraft(operation, { imageUrl, pikaffect: effect }, { width: WIDTH })
  const canvas = useRef<HTMLCanvasElement>(null)
  useEffect(() => {
    // As small as this, a canvas in memory is faster than one in the graphics card: see the preview's `canvasOf`.
    const context = canvas.current?.getContext('2d', { willReadFrequently: true })
    if (!context || !draft) return
    const start = performance.now()
    let frame = requestAnimationFrame(function paint(now) {
      draft.draw(context as never, ((now - start) / 1_000) % draft.duration)
      frame = requestAnimationFrame(paint)
    })
    return () => cancelAnimationFrame(frame)
  }, [draft])
  if (!draft) return null
  return (
    <canvas
      ref={canvas}
      className="pk-effect-canvas"
      width={draft.width}
      height={draft.height}
      aria-hidden="true"
    />
  )
}
