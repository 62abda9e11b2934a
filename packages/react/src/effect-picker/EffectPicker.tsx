import {
  createCatalog,
  type Effect,
  effects as allEffects,
  type Operation,
  type Pikaffect,
} from '@pika-kit/core'
import { type KeyboardEvent, useId, useRef, useState } from 'react'
import { Picture } from '../internals/Picture.tsx'
import { joinClasses } from '../internals/join.ts'
import { useControlled } from '../internals/useControlled.ts'
import { useMessages } from '../provider/PikaProvider.tsx'
import { EffectPreview } from './EffectPreview.tsx'
import { useReducedMotion } from './useReducedMotion.ts'

export interface EffectPickerProps {
  /** fal's name of the effect, for example `Melt`; null is none. */
  value?: Pikaffect | null
  defaultValue?: Pikaffect | null
  onChange?(effect: Pikaffect): void
  /** The viewer's own picture: the tiles show it, and move it while pointed at or focused. */
  imageUrl?: string | null
  /** Which effects to offer; all sixteen by default. */
  effects?: readonly Effect[]
  issue?: string | undefined
  isDisabled?: boolean
  className?: string
}

const pikaffects = createCatalog().find('PIKAFFECTS') as Operation

/** The sixteen Pikaffects as a radio group: arrows in both directions, first letters, a search, each on the viewer's own picture. */
export function EffectPicker({
  value,
  defaultValue = null,
  onChange,
  imageUrl = null,
  effects = allEffects,
  issue,
  isDisabled = false,
  className,
}: EffectPickerProps) {
  const { effects: words } = useMessages()
  const [chosen, setChosen] = useControlled<Pikaffect | null>(
    value,
    defaultValue,
    onChange as (effect: Pikaffect | null) => void,
  )
  const [search, setSearch] = useState('')
  const [active, setActive] = useState<string | null>(null)
  const isStill = useReducedMotion()
  const grid = useRef<HTMLDivElement>(null)
  const id = useId()
  const wanted = search.trim().toLowerCase()
  const shown = effects.filter((effect) =>
    `${effect.title} ${effect.description}`.toLowerCase().includes(wanted),
  )

  // Native radios know one direction: left and right go to the neighbour, up and down to the row.
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    const radios = [...(grid.current?.querySelectorAll('input') ?? [])]
    const index = radios.indexOf(event.target as HTMLInputElement)
    if (index < 0) return
    const columns = columnsOf(radios)
    const isRtl = getComputedStyle(event.currentTarget).direction === 'rtl'
    const steps: Record<string, number> = {
      ArrowRight: isRtl ? -1 : 1,
      ArrowLeft: isRtl ? 1 : -1,
      ArrowDown: columns,
      ArrowUp: -columns,
      Home: -index,
      End: radios.length - 1 - index,
    }
    const step = steps[event.key]
    let next: number | undefined
    if (step !== undefined) {
      next = Math.abs(step) > 1 ? index + step : (index + step + radios.length) % radios.length
    } else if (/^[a-z]$/i.test(event.key) && !event.ctrlKey && !event.metaKey && !event.altKey) {
      const order = [...shown.keys()].map((offset) => (index + 1 + offset) % shown.length)
      next = order.find((place) => shown[place]?.title.toLowerCase().startsWith(event.key.toLowerCase()))
    }
    if (next === undefined) return
    event.preventDefault()
    const radio = radios[next]
    const effect = shown[next]
    if (!radio || !effect) return
    radio.focus()
    setChosen(effect.value)
  }

  return (
    <fieldset
      className={joinClasses('pk-root pk-effects', className)}
      role="radiogroup"
      disabled={isDisabled}
      aria-invalid={issue ? true : undefined}
      aria-describedby={issue ? `${id}-issue` : undefined}
    >
      <legend>{words.label}</legend>
      <input
        className="pk-input pk-effects-search"
        type="search"
        aria-label={words.search}
        placeholder={words.search}
        value={search}
        onChange={(event) => setSearch(event.target.value)}
      />
      {imageUrl === null && <span className="pk-hint">{words.needsImage}</span>}
      {/* The radios inside take the focus; here the keys of the whole grid are heard. */}
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions */}
      <div ref={grid} className="pk-effects-grid" onKeyDown={onKeyDown}>
        {shown.map((effect) => (
          <label
            key={effect.id}
            className="pk-effect"
            data-selected={chosen === effect.value || undefined}
            onPointerEnter={() => setActive(effect.id)}
            onPointerLeave={() => setActive(null)}
          >
            <input
              type="radio"
              name={id}
              value={effect.value}
              checked={chosen === effect.value}
              onChange={() => setChosen(effect.value)}
              onFocus={() => setActive(effect.id)}
              onBlur={() => setActive(null)}
              aria-label={`${effect.title}: ${effect.description}`}
            />
            <span className="pk-effect-stage" aria-hidden="true">
              {imageUrl ? (
                <Picture src={imageUrl} />
              ) : (
                <span className="pk-effect-letter">{effect.title.charAt(0)}</span>
              )}
              {imageUrl && active === effect.id && !isStill && (
                <EffectPreview operation={pikaffects} imageUrl={imageUrl} effect={effect.value} />
              )}
            </span>
            <span className="pk-effect-title" aria-hidden="true">
              {effect.title}
            </span>
          </label>
        ))}
      </div>
      {shown.length === 0 && <p className="pk-hint">{words.none(search)}</p>}
      {issue && (
        <p id={`${id}-issue`} className="pk-issue">
          {`${words.label}: ${issue}`}
        </p>
      )}
    </fieldset>
  )
}

/** How many tiles the first row has, as they are laid out now. */
function columnsOf(radios: readonly HTMLElement[]): number {
  const tops = radios.map((radio) => radio.closest('label')?.offsetTop)
  return Math.max(1, tops.filter((top) => top === tops[0]).length)
}
