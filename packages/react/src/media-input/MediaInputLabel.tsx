import type { ComponentPropsWithRef } from 'react'
import { Description, OptionalMark } from '../internals/Field.tsx'
import { joinClasses } from '../internals/join.ts'
import { mediaWords } from '../messages/english/media.ts'
import { useWords } from '../messages/useWords.ts'
import { useMedia } from './MediaInputContext.ts'

/** The name of the field, and the line under it. */
export function MediaInputLabel({ className, ...props }: ComponentPropsWithRef<'div'>) {
  const { id, label, description, isOptional, isRequired, isMultiple, entries, maximum } = useMedia('Label')
  const words = useWords(mediaWords)
  return (
    <div {...props} className={joinClasses('pk-media-heading', className)}>
      <span id={`${id}-label`} className="pk-media-label">
        {label}
        {isOptional && <OptionalMark />}
        {isRequired && <span className="pk-hidden">{` (${words.required})`}</span>}
      </span>
      {isMultiple && <span className="pk-hint">{words.count(entries.length, maximum)}</span>}
      <Description id={id}>{description}</Description>
    </div>
  )
}
