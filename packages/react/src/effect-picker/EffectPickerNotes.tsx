import type { ComponentPropsWithRef } from 'react'
import { joinClasses } from '../internals/join.ts'
import { effectsWords } from '../messages/english/effects.ts'
import { useWords } from '../messages/useWords.ts'
import { usePicker } from './EffectPickerContext.ts'
import { EffectPreview, type EffectPreviewProps } from './EffectPreview.tsx'

/** Says that the tiles show a sample, and why. Nothing while they show the viewer's picture. */
export function EffectPickerSource({ className, ...props }: ComponentPropsWithRef<'p'>) {
  const words = useWords(effectsWords)
  const { source } = usePicker('Source')
  const text = { sample: words.sample, unreadable: words.unreadable, loading: null, picture: null }[source]
  return text === null ? null : (
    <p
      {...props}
      className={joinClasses('pk-effects-source', className)}
      role={source === 'unreadable' ? 'status' : undefined}
    >
      {text}
    </p>
  )
}

/** What the effect does that is pointed at or has the focus, else the chosen one; how many there are where several may be. */
export function EffectPickerDescription({ className, ...props }: ComponentPropsWithRef<'p'>) {
  const words = useWords(effectsWords)
  const { active, effects, chosen, isMultiple } = usePicker('Description')
  const effect = active ?? (isMultiple ? undefined : effects.find(({ value }) => value === chosen[0]))
  return (
    // Screen readers have it with the tile itself, and hear the count as it changes.
    <p {...props} className={joinClasses('pk-effects-description', className)} aria-hidden="true">
      {effect ? (
        <>
          <strong>{effect.title}</strong> {effect.description}
        </>
      ) : isMultiple && chosen.length > 0 ? (
        words.chosen(chosen.length)
      ) : (
        words.hint
      )}
    </p>
  )
}

/** The moving picture of an effect, for a tile of one's own. */
export function EffectPickerPreview({ effect, ...props }: Omit<EffectPreviewProps, 'stage' | 'isPlaying'>) {
  const { stage, effects, isPlaying } = usePicker('Preview')
  const known = effects.find(({ value }) => value === effect)
  return (
    <EffectPreview
      {...props}
      stage={stage}
      effect={effect}
      isPlaying={known !== undefined && isPlaying(known)}
    />
  )
}
