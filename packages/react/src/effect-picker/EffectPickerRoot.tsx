import { type ComponentPropsWithRef, useId } from 'react'
import { Announcement } from '../internals/Announcer.tsx'
import { Issue } from '../internals/Field.tsx'
import { joinClasses } from '../internals/join.ts'
import { effectsWords } from '../messages/english/effects.ts'
import { useWords } from '../messages/useWords.ts'
import { EffectPickerContext } from './EffectPickerContext.ts'
import { useEffectPicker, type UseEffectPickerOptions } from './useEffectPicker.ts'

export type EffectPickerRootProps = UseEffectPickerOptions &
  Omit<ComponentPropsWithRef<'fieldset'>, 'defaultValue' | 'onChange' | 'disabled'> & {
    /** Above the group; `Effect` or `Effects` by default. */
    label?: string
    /** What is wrong with the value, in words to read after the label. */
    issue?: string | undefined
  }

/** Holds the choice for the parts inside, and speaks of it: a radio group, or a group of checkboxes where `multiple`. */
export function EffectPickerRoot(props: EffectPickerRootProps) {
  const {
    multiple: _multiple,
    value: _value,
    defaultValue: _defaultValue,
    onChange: _onChange,
    imageUrl: _imageUrl,
    effects: _effects,
    isDisabled,
    label,
    issue,
    className,
    children,
    ...fieldset
  } = props
  const words = useWords(effectsWords)
  const picker = useEffectPicker(props)
  const id = useId()
  const name = label ?? (picker.isMultiple ? words.labelMany : words.label)
  return (
    // oxlint-disable-next-line react/jsx-no-constructed-context-values -- As new as what it is made of.
    <EffectPickerContext.Provider value={{ ...picker, id }}>
      <fieldset
        {...fieldset}
        role={picker.isMultiple ? 'group' : 'radiogroup'}
        className={joinClasses('pk-root pk-effects', className)}
        disabled={isDisabled}
        data-source={picker.source}
        data-disabled={isDisabled || undefined}
        aria-invalid={issue && !picker.isMultiple ? true : undefined}
        aria-describedby={issue ? `${id}-issue` : undefined}
      >
        <legend>{name}</legend>
        {children}
        <Issue id={id} label={name}>
          {issue}
        </Issue>
        <Announcement>{picker.announcement}</Announcement>
      </fieldset>
    </EffectPickerContext.Provider>
  )
}
