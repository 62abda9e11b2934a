import type { ComponentPropsWithRef, KeyboardEvent } from 'react'
import { SearchIcon } from '../internals/icons.tsx'
import { joinClasses, joinHandlers } from '../internals/join.ts'
import { effectsWords } from '../messages/english/effects.ts'
import { useWords } from '../messages/useWords.ts'
import { usePicker } from './EffectPickerContext.ts'

/** Finds effects by their names and descriptions. How many there are is spoken; arrow down leads to the first. */
export function EffectPickerSearch({ className, onKeyDown, ...props }: ComponentPropsWithRef<'input'>) {
  const words = useWords(effectsWords)
  const { search, setSearch, isDisabled, id } = usePicker('Search')
  const onKey = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === 'Enter') {
      // The form around it is not meant.
      event.preventDefault()
    } else if (event.key === 'Escape' && search !== '') {
      event.preventDefault()
      event.stopPropagation()
      setSearch('')
    } else if (event.key === 'ArrowDown') {
      event.preventDefault()
      document.getElementById(`${id}-grid`)?.querySelector('input')?.focus()
    }
  }
  return (
    <span className="pk-effects-search">
      <SearchIcon />
      <input
        aria-label={words.search}
        placeholder={words.search}
        disabled={isDisabled}
        {...props}
        className={joinClasses('pk-input', className)}
        type="search"
        value={search}
        onChange={(event) => setSearch(event.target.value)}
        onKeyDown={joinHandlers(onKeyDown, onKey)}
      />
    </span>
  )
}
