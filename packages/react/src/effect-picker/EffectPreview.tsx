import { type ComponentPropsWithRef, useEffect, useRef, useState } from 'react'
import { joinClasses, joinRefs } from '../internals/join.ts'
import type { EffectStage } from './effectStage.ts'
import { CLIP_SECONDS, posterMomentOf } from './posterMoments.ts'
import { enqueuePoster } from './posterQueue.ts'

export interface EffectPreviewProps extends ComponentPropsWithRef<'canvas'> {
  /** Null until there is one: then the canvas is empty. */
  stage: EffectStage | null
  /** fal's name of the effect. */
  effect: string
  /** Plays it again and again; else it is a still of its best moment. */
  isPlaying: boolean
}

/** One effect on one picture: a still, or moving. Says nothing to screen readers, the tile does. */
export function EffectPreview({ stage, effect, isPlaying, className, ref, ...props }: EffectPreviewProps) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const isSeen = useIsSeen(canvas)
  const [drawn, setDrawn] = useState<EffectStage | null>(null)

  useEffect(() => {
    const context = canvas.current?.getContext('2d')
    if (!context || !stage || !isSeen) return
    const paint = (seconds: number) => {
      stage.drawingOf(effect).draw(context, seconds)
      setDrawn(stage)
    }
    if (!isPlaying) return enqueuePoster(() => paint(posterMomentOf(effect)))
    let start: number | undefined
    let frame = requestAnimationFrame(function tick(now) {
      start ??= now
      paint(((now - start) / 1_000) % CLIP_SECONDS)
      frame = requestAnimationFrame(tick)
    })
    return () => cancelAnimationFrame(frame)
  }, [stage, effect, isPlaying, isSeen])

  return (
    <canvas
      width={stage?.width}
      height={stage?.height}
      {...props}
      ref={joinRefs(canvas, ref)}
      className={joinClasses('pk-effect-canvas', className)}
      data-playing={isPlaying || undefined}
      data-drawn={(stage !== null && drawn === stage) || undefined}
      aria-hidden="true"
    />
  )
}

/** Whether an element is in view or near it: a still that nobody sees is not drawn. Stays true once it is. */
function useIsSeen(target: { current: Element | null }): boolean {
  const [isSeen, setIsSeen] = useState(false)
  useEffect(() => {
    if (!target.current) return
    const observer = new IntersectionObserver(
      (entries) => {
        if (!entries.some((entry) => entry.isIntersecting)) return
        setIsSeen(true)
        observer.disconnect()
      },
      { rootMargin: '200px' },
    )
    observer.observe(target.current)
    return () => observer.disconnect()
  }, [target])
  return isSeen
}
