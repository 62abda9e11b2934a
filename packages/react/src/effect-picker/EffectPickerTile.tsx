import type { Effect } from '@pika-kit/core'
import type { ComponentPropsWithRef } from 'react'
import { joinClasses } from '../internals/join.ts'
import { usePicker } from './EffectPickerContext.ts'
import { EffectPreview } from './EffectPreview.tsx'
import { CheckIcon } from './icons.tsx'

export interface EffectPickerTileProps extends ComponentPropsWithRef<'label'> {
  /** Which one it offers. */
  effect: Effect
}

/** One effect: a radio or a checkbox under its picture. `children` stand in place of picture and title. */
export function EffectPickerTile({ effect, className, children, ...props }: EffectPickerTileProps) {
  const picker = usePicker('Tile')
  const isChosen = picker.chosen.includes(effect.value)
  const describedBy = `${picker.id}-${effect.id}`
  return (
    <label
      {...props}
      className={joinClasses('pk-effect', className)}
      data-selected={isChosen || undefined}
      data-active={picker.active === effect || undefined}
      onPointerEnter={(event) => {
        props.onPointerEnter?.(event)
        // A finger that scrolls past does not point at anything.
        if (event.pointerType !== 'touch') picker.setPointed(effect)
      }}
      onPointerLeave={(event) => {
        props.onPointerLeave?.(event)
        picker.setPointed(null)
      }}
    >
      <input
        type={picker.isMultiple ? 'checkbox' : 'radio'}
        name={picker.id}
        value={effect.value}
        checked={isChosen}
        // Checkboxes would be sixteen stops of the Tab key; radios are one by themselves.
        tabIndex={picker.isMultiple && picker.current !== effect ? -1 : undefined}
        aria-label={effect.title}
        aria-describedby={describedBy}
        onChange={() => picker.choose(effect)}
        onFocus={() => picker.setFocused(effect)}
        onBlur={() => picker.setFocused(null)}
      />
      <span id={describedBy} hidden>
        {effect.description}
      </span>
      {children ?? (
        <>
          <span className="pk-effect-stage" aria-hidden="true">
            <EffectPreview stage={picker.stage} effect={effect.value} isPlaying={picker.isPlaying(effect)} />
            {isChosen && (
              <span className="pk-effect-check">
                <CheckIcon />
              </span>
            )}
          </span>
          <span className="pk-effect-title" aria-hidden="true">
            {effect.title}
          </span>
        </>
      )}
    </label>
  )
}
