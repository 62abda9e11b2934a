import type { MediaProblem } from '@pika-kit/core'
import { type ComponentPropsWithRef, type KeyboardEvent, type ReactNode, useEffect, useState } from 'react'
import { Button } from '../internals/Button.tsx'
import { FileChooser } from '../internals/FileChooser.tsx'
import { PlusIcon } from '../internals/icons.tsx'
import { joinClasses } from '../internals/join.ts'
import { commonWords } from '../messages/english/common.ts'
import { mediaWords } from '../messages/english/media.ts'
import { useWords } from '../messages/useWords.ts'
import { CameraIcon } from './icons.tsx'
import { acceptOf } from './mediaFiles.ts'
import { useMedia } from './MediaInputContext.ts'

/** Where media come from, as long as one more fits: files, the camera, an address. */
export function MediaInputSources({ className, children, ...props }: ComponentPropsWithRef<'div'>) {
  const { room, isReadOnly } = useMedia('Sources')
  if (room < 1 || isReadOnly) return null
  return (
    <div {...props} className={joinClasses('pk-media-sources', className)}>
      {children ?? (
        <>
          <MediaInputChoose />
          <MediaInputCameraButton />
          <MediaInputAddress />
        </>
      )}
    </div>
  )
}

/** A button that asks for files. */
export function MediaInputChoose({ children }: { children?: ReactNode }) {
  const { kind, label, isMultiple, isDisabled, entries, addFiles } = useMedia('Choose')
  const words = useWords(mediaWords)
  const { before: named } = useWords(commonWords)
  const name = isMultiple ? words.chooseMany : words.choose
  return (
    <FileChooser
      className="pk-media-choose"
      inputLabel={named(label) + name}
      accept={acceptOf(kind)}
      isMultiple={isMultiple}
      disabled={isDisabled}
      onFiles={(files) => void addFiles(files)}
    >
      {children ?? (
        <>
          {isMultiple && entries.length > 0 && <PlusIcon />}
          {name}
        </>
      )}
    </FileChooser>
  )
}

/** A button that opens the camera: the phone's own, or a live picture in the page. A video is filmed by a phone only. */
export function MediaInputCameraButton() {
  const { kind, label, isDisabled, hasCamera, camera, addFiles } = useMedia('CameraButton')
  const words = useWords(mediaWords)
  const { before: named } = useWords(commonWords)
  const isPhone = useIsPhone()
  const name = kind === 'image' ? words.camera.open : words.camera.film
  const content = (
    <>
      <CameraIcon />
      {name}
    </>
  )
  if (!hasCamera) return null
  if (isPhone)
    return (
      <FileChooser
        className="pk-media-camera-open"
        inputLabel={named(label) + name}
        accept={`${kind}/*`}
        capture="environment"
        disabled={isDisabled}
        onFiles={(files) => void addFiles(files)}
      >
        {content}
      </FileChooser>
    )
  if (kind === 'video' || camera.state.status !== 'closed') return null
  return (
    <Button className="pk-media-camera-open" disabled={isDisabled} onClick={camera.open}>
      {content}
    </Button>
  )
}

/** A field for an address. Enter takes it; what is wrong with it is said under it. */
export function MediaInputAddress() {
  const { id, label, isDisabled, addAddress, isMultiple, focusSoon } = useMedia('Address')
  const words = useWords(mediaWords)
  const { before: named } = useWords(commonWords)
  const [address, setAddress] = useState('')
  const [problem, setProblem] = useState<MediaProblem | null>(null)
  const submit = () => {
    const found = addAddress(address)
    setProblem(found)
    if (found) return
    setAddress('')
    // Where only one may be, the field goes with it.
    if (!isMultiple) focusSoon('.pk-media-choose')
  }
  // Not a form of its own: it mostly stands in one, and forms do not nest.
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter') return
    event.preventDefault()
    submit()
  }
  return (
    <div className="pk-media-address">
      <label className="pk-hidden" htmlFor={`${id}-address`}>
        {named(label) + words.url}
      </label>
      <input
        id={`${id}-address`}
        className="pk-input"
        dir="ltr"
        // Not `url`: a native form would judge it by rules of its own, and it is no value of the form.
        type="text"
        inputMode="url"
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        placeholder={words.urlHint}
        value={address}
        disabled={isDisabled}
        aria-invalid={problem ? true : undefined}
        aria-describedby={problem ? `${id}-address-issue` : undefined}
        onChange={(event) => {
          setAddress(event.target.value)
          setProblem(null)
        }}
        onKeyDown={onKeyDown}
      />
      <Button disabled={isDisabled || address.trim() === ''} onClick={submit}>
        {words.use}
      </Button>
      {problem && (
        <p id={`${id}-address-issue`} className="pk-issue" role="alert">
          {named(words.url) + words.problem(problem)}
        </p>
      )}
    </div>
  )
}

/** Whether fingers do the pointing, as on phones: their own camera is better than any live picture in a page. */
function useIsPhone(): boolean {
  const [isPhone, setIsPhone] = useState(false)
  useEffect(() => {
    const query = matchMedia('(pointer: coarse)')
    const look = () => setIsPhone(query.matches)
    look()
    query.addEventListener('change', look)
    return () => query.removeEventListener('change', look)
  }, [])
  return isPhone
}
