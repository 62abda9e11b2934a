import type { ComponentPropsWithRef, KeyboardEvent, ReactNode } from 'react'
import type { Effect } from '@pika-kit/core'
import { joinClasses, joinHandlers } from '../internals/join.ts'
import { effectsWords } from '../messages/english/effects.ts'
import { useWords } from '../messages/useWords.ts'
import { usePicker } from './EffectPickerContext.ts'
import { EffectPickerTile } from './EffectPickerTile.tsx'

export interface EffectPickerGridProps extends Omit<ComponentPropsWithRef<'div'>, 'children'> {
  /** Makes the tile of an effect; `EffectPicker.Tile` by default. */
  children?: (effect: Effect) => ReactNode
}

/** The tiles, and the keys that lead from one to another: arrows in both directions, Home, End, first letters. */
export function EffectPickerGrid({ children, className, onKeyDown, ref, ...props }: EffectPickerGridProps) {
  const words = useWords(effectsWords)
  const { shown, search, neighbour, choose, isMultiple, id } = usePicker('Grid')

  const onKey = (event: KeyboardEvent<HTMLDivElement>) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const inputs = [...event.currentTarget.querySelectorAll('input')]
    const from = shown[inputs.indexOf(event.target as HTMLInputElement)]
    if (!from) return
    const isRtl = getComputedStyle(event.currentTarget).direction === 'rtl'
    const to = neighbour(from, event.key, event.timeStamp, { columns: columnsOf(inputs), isRtl })
    if (!to) return
    event.preventDefault()
    inputs[shown.indexOf(to)]?.focus()
    // As radios do: what has the focus is chosen. Of checkboxes, Space chooses.
    if (!isMultiple) choose(to)
  }

  return (
    <>
      {/* The tiles inside take the focus; here the keys of the whole grid are heard. */}
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions */}
      <div
        {...props}
        ref={ref}
        id={`${id}-grid`}
        className={joinClasses('pk-effects-grid', className)}
        onKeyDown={joinHandlers(onKeyDown, onKey)}
      >
        {shown.map((effect) =>
          children ? children(effect) : <EffectPickerTile key={effect.id} effect={effect} />,
        )}
      </div>
      {shown.length === 0 && <p className="pk-hint pk-effects-none">{words.found(0, search.trim())}</p>}
    </>
  )
}

/** How many tiles the first row has, as they are laid out now. */
function columnsOf(inputs: readonly HTMLElement[]): number {
  const tops = inputs.map((input) => input.getBoundingClientRect().top)
  return Math.max(1, tops.filter((top) => Math.abs(top - (tops[0] ?? 0)) < 2).length)
}
