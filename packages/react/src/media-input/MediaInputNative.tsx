import { type FormEvent, useEffect, useRef, useState } from 'react'
import { commonWords } from '../messages/english/common.ts'
import { mediaWords } from '../messages/english/media.ts'
import { useWords } from '../messages/useWords.ts'
import { useMedia } from './MediaInputContext.ts'
import { useLatest } from '../internals/useLatest.ts'

/**
 * What a native form sees: its values, whether it may be sent, and its reset. Not seen by people, whom the browser would point
 * at it: they are led to the button, and read the reason at the field.
 */
export function MediaInputNative({ name }: { name: string | undefined }) {
  const { entries, isDisabled, isReadOnly, isRequired, reset, focusSoon, label, id, issue } = useMedia('Root')
  const words = useWords(mediaWords)
  const { before: named } = useWords(commonWords)
  const input = useRef<HTMLInputElement>(null)
  const [isMissed, setIsMissed] = useState(false)
  const urls = entries.flatMap(({ url }) => (url === null ? [] : [url]))
  const isPending = entries.some(({ url }) => url === null)
  const problem = isPending ? words.stillUploading : isRequired && urls.length === 0 ? words.required : ''

  if (isMissed && !problem) setIsMissed(false)
  useEffect(() => {
    input.current?.setCustomValidity(isDisabled || isReadOnly ? '' : problem)
  }, [problem, isDisabled, isReadOnly])

  const resetInput = useLatest(reset)
  useEffect(() => {
    const form = input.current?.form
    const onReset = () => {
      setIsMissed(false)
      resetInput.current()
    }
    form?.addEventListener('reset', onReset)
    return () => form?.removeEventListener('reset', onReset)
  }, [resetInput])

  const onInvalid = (event: FormEvent<HTMLInputElement>) => {
    // The browser's bubble would point at something that is not seen.
    event.preventDefault()
    setIsMissed(true)
    const { form } = event.currentTarget
    const first = [...(form?.elements ?? [])].find(
      (element) =>
        'validity' in element && element.tagName !== 'FIELDSET' && !(element.validity as ValidityState).valid,
    )
    if (first === event.currentTarget) focusSoon('.pk-media-choose', 'button:not(:disabled)')
  }
  return (
    <>
      <input
        ref={input}
        className="pk-hidden"
        tabIndex={-1}
        aria-hidden="true"
        value=""
        disabled={isDisabled}
        onChange={() => {}}
        onInvalid={onInvalid}
      />
      {name !== undefined &&
        urls.map((url, index) => (
          // The same address may be there twice.
          // oxlint-disable-next-line react/no-array-index-key
          <input key={index} type="hidden" name={name} value={url} disabled={isDisabled} />
        ))}
      {isMissed && !issue && (
        <p id={`${id}-missing`} className="pk-issue" role="alert">
          {named(label) + problem}
        </p>
      )}
    </>
  )
}
