import { type Effect, effects as allEffects, type Pikaffect } from '@pika-kit/core'
import { useMemo, useState } from 'react'
import { useAnnouncer } from '../internals/Announcer.tsx'
import { useControlled } from '../internals/useControlled.ts'
import { effectsWords } from '../messages/english/effects.ts'
import { useEffectWords } from '../messages/useCatalogWords.ts'
import { useWords } from '../messages/useWords.ts'
import { createTypeAhead, gridStep } from './gridKeys.ts'
import { type EffectSource, useEffectStage } from './useEffectStage.ts'
import type { EffectStage } from './effectStage.ts'
import { useReducedMotion } from './useReducedMotion.ts'

interface CommonOptions {
  /** The viewer's own picture, on which the effects are shown; a neutral figure where there is none. */
  imageUrl?: string | null
  /** Which effects to offer; all sixteen by default. */
  effects?: readonly Effect[]
  /** Nothing can be chosen. False by default. */
  isDisabled?: boolean
}

/** One effect; null is none. fal's names: `Melt`. */
export interface SingleChoice {
  /** Whether several may be chosen. False by default. */
  multiple?: false
  /** What is chosen. Leave it out and the picker holds it itself. */
  value?: Pikaffect | null
  /** What is chosen at first; nothing by default. */
  defaultValue?: Pikaffect | null
  /** Told what was chosen. */
  onChange?(effect: Pikaffect): void
}

/** Several effects, in the order of the grid: a take for each. */
export interface MultipleChoice {
  /** Whether several may be chosen. False by default. */
  multiple: true
  /** What is chosen. Leave it out and the picker holds it itself. */
  value?: readonly Pikaffect[]
  /** What is chosen at first; nothing by default. */
  defaultValue?: readonly Pikaffect[]
  /** Told all that are chosen. */
  onChange?(effects: readonly Pikaffect[]): void
}

export type UseEffectPickerOptions = CommonOptions & (SingleChoice | MultipleChoice)

/** What the parts of an `EffectPicker` share. */
export interface UseEffectPicker {
  isMultiple: boolean
  isDisabled: boolean
  /** Every effect that is offered, and those that the search leaves. */
  effects: readonly Effect[]
  shown: readonly Effect[]
  chosen: readonly Pikaffect[]
  /** Chooses an effect; where several may be, chooses it or takes it back. */
  choose(effect: Effect): void
  search: string
  setSearch(text: string): void
  /** The tile that Tab leads to. */
  current: Effect | undefined
  setFocused(effect: Effect | null): void
  setPointed(effect: Effect | null): void
  /** The effect that is pointed at, else the one with the focus: it is described, and it moves where motion is welcome. */
  active: Effect | null
  isPlaying(effect: Effect): boolean
  /** The effect that a key leads to from another, by arrows, Home, End or first letters. */
  neighbour(
    from: Effect,
    key: string,
    atMs: number,
    layout: { columns: number; isRtl: boolean },
  ): Effect | undefined
  source: EffectSource
  stage: EffectStage | null
  /** To be spoken politely; see `EffectPicker.Root`. */
  announcement: string
}

/** The state of an effect picker, without any markup. */
export function useEffectPicker(options: UseEffectPickerOptions): UseEffectPicker {
  const { imageUrl = null, effects: offered = allEffects, isDisabled = false } = options
  const words = useWords(effectsWords)
  const effects = useEffectWords(offered)
  const { announce, announcement } = useAnnouncer()
  const isMultiple = options.multiple === true
  const [chosen, setChosen] = useControlled<readonly Pikaffect[]>(
    listOf(options.value),
    listOf(options.defaultValue) ?? [],
    (next) => {
      if (options.multiple) options.onChange?.(next)
      else if (next[0]) options.onChange?.(next[0])
    },
  )
  const [search, setSearchText] = useState('')
  const [focused, setFocused] = useState<Effect | null>(null)
  const [pointed, setPointed] = useState<Effect | null>(null)
  const [typeAhead] = useState(createTypeAhead)
  const isStill = useReducedMotion()
  const { source, stage } = useEffectStage(imageUrl)
  const shown = useMemo(() => found(effects, search), [effects, search])
  const [lastFocused, setLastFocused] = useState<Effect | null>(null)

  const isShown = (effect: Effect | null | undefined): effect is Effect => !!effect && shown.includes(effect)
  const firstChosen = shown.find(({ value }) => chosen.includes(value))
  const current = isShown(lastFocused) ? lastFocused : (firstChosen ?? shown[0])
  const active = isShown(pointed) ? pointed : isShown(focused) ? focused : null

  return {
    isMultiple,
    isDisabled,
    effects,
    shown,
    chosen,
    choose(effect) {
      if (!isMultiple) {
        if (chosen[0] !== effect.value) setChosen([effect.value])
        return
      }
      const wanted = new Set(chosen)
      if (!wanted.delete(effect.value)) wanted.add(effect.value)
      const next = effects.map(({ value }) => value).filter((value) => wanted.has(value))
      setChosen(next)
      announce(words.chosen(next.length))
    },
    search,
    setSearch(text) {
      setSearchText(text)
      announce(words.found(found(effects, text).length, text.trim()))
    },
    current,
    setFocused(effect) {
      setFocused(effect)
      if (effect) setLastFocused(effect)
    },
    setPointed,
    active,
    isPlaying: (effect) => !isStill && !isDisabled && active === effect,
    neighbour(from, key, atMs, layout) {
      const index = shown.indexOf(from)
      if (index < 0) return undefined
      const step = gridStep(key, { index, count: shown.length, ...layout })
      const titles = shown.map(({ title }) => title)
      return shown[step ?? typeAhead.find(key, atMs, titles, index) ?? -1]
    },
    source,
    stage,
    announcement,
  }
}

function found(effects: readonly Effect[], search: string): readonly Effect[] {
  const wanted = search.trim().toLowerCase()
  return effects.filter(({ title, value, description }) =>
    `${title} ${value} ${description}`.toLowerCase().includes(wanted),
  )
}

function listOf(
  value: Pikaffect | null | readonly Pikaffect[] | undefined,
): readonly Pikaffect[] | undefined {
  if (value === undefined) return undefined
  if (value === null) return []
  return typeof value === 'string' ? [value] : value
}
