import { type ClipboardEvent, type ComponentPropsWithRef, useEffect, useId, useRef } from 'react'
import { Announcement } from '../internals/Announcer.tsx'
import { joinClasses, joinHandlers, joinRefs } from '../internals/join.ts'
import { useDropTarget } from '../internals/useDropTarget.ts'
import { mediaWords } from '../messages/english/media.ts'
import { useWords } from '../messages/useWords.ts'
import { judgeTransfer } from './mediaFiles.ts'
import { MediaInputContext } from './MediaInputContext.ts'
import { MediaInputNative } from './MediaInputNative.tsx'
import { REORDERED } from './useTileDrag.ts'
import { useHasCamera } from './useCamera.ts'
import { useFocusSoon } from './useFocusSoon.ts'
import { useMediaInput, type UseMediaInputOptions } from './useMediaInput.ts'

interface OwnProps {
  /** Above the field, and its name. */
  label: string
  /** A line under the label. */
  description?: string | undefined
  /** What is wrong with the value, in words to read after the label. */
  issue?: string | undefined
  /** What is wrong with each medium of several, by its place from 0. */
  itemIssues?: readonly (string | undefined)[] | undefined
  /** Must be filled before a native form is sent. */
  isRequired?: boolean | undefined
  /** Says behind the label that it may be left out. */
  isOptional?: boolean | undefined
  /** Under which a native form sends the address; once for each of several. */
  name?: string | undefined
  /** Offers the camera where there is one; it does by default. */
  hasCamera?: boolean | undefined
}

export type MediaInputRootProps = UseMediaInputOptions &
  OwnProps &
  Omit<ComponentPropsWithRef<'div'>, 'defaultValue' | 'onChange'>

/** Holds the media for the parts inside: takes what is dropped on it or pasted into it, speaks, and stands in a native form. */
export function MediaInputRoot(props: MediaInputRootProps) {
  const {
    kind,
    upload: _upload,
    multiple: _multiple,
    value: _value,
    defaultValue: _defaultValue,
    onChange: _onChange,
    maximumItems: _maximumItems,
    maximumFileSize: _maximumFileSize,
    maximumSeconds: _maximumSeconds,
    isDisabled = false,
    isReadOnly = false,
    label,
    description,
    issue,
    itemIssues = [],
    isRequired = false,
    isOptional = false,
    name,
    hasCamera = true,
    className,
    children,
    ref,
    onPaste,
    onDragOver,
    onDragLeave,
    onDrop,
    ...group
  } = props
  const words = useWords(mediaWords)
  const input = useMediaInput(props)
  const id = useId()
  const root = useRef<HTMLDivElement>(null)
  const isCameraHere = useHasCamera()
  const focusSoon = useFocusSoon(root)
  const { announce, entries, refusals, isMultiple, addTransfer } = input
  const isFixed = isDisabled || isReadOnly

  const dropTarget = useDropTarget<HTMLDivElement>(
    ({ dataTransfer }) => addTransfer(dataTransfer),
    // What cannot change keeps the browser from opening the file all the same.
    (transfer) =>
      transfer.types.includes(REORDERED) ? null : isFixed ? 'reject' : judgeTransfer(transfer, kind),
  )
  const over = dropTarget['data-over'] ?? null
  useEffect(() => {
    if (over && !isFixed) announce(over === 'accept' ? words.over : words.overWrong[kind])
  }, [over, isFixed, announce, words, kind])

  const paste = (event: ClipboardEvent<HTMLDivElement>) => {
    // A field of text takes its own pastes.
    if (event.target instanceof HTMLInputElement) return
    if (addTransfer(event.clipboardData)) event.preventDefault()
  }
  const hasFailed = entries.some(({ upload }) => upload?.error)
  const isUploading = entries.some(({ url, upload }) => url === null && !upload?.error)
  const isInvalid =
    Boolean(issue) || hasFailed || refusals.length > 0 || itemIssues.some((itemIssue) => itemIssue)
  const described = [description && `${id}-description`, issue && `${id}-issue`].filter(Boolean).join(' ')

  return (
    <MediaInputContext.Provider
      // oxlint-disable-next-line react/jsx-no-constructed-context-values -- As new as what it is made of.
      value={{
        ...input,
        id,
        label,
        description,
        issue,
        itemIssues,
        isRequired,
        isOptional,
        over,
        hasCamera: hasCamera && isCameraHere,
        focusSoon,
      }}
    >
      <div
        role="group"
        aria-labelledby={`${id}-label`}
        aria-describedby={described || undefined}
        aria-disabled={isDisabled || undefined}
        {...group}
        ref={joinRefs(root, ref)}
        className={joinClasses('pk-root pk-media', className)}
        data-kind={kind}
        data-state={
          hasFailed ? 'failed' : isUploading ? 'uploading' : entries.length > 0 ? 'filled' : 'empty'
        }
        data-multiple={isMultiple || undefined}
        data-over={over ?? undefined}
        data-checking={input.isChecking || undefined}
        data-invalid={isInvalid || undefined}
        data-disabled={isDisabled || undefined}
        data-read-only={isReadOnly || undefined}
        onPaste={joinHandlers(onPaste, paste)}
        onDragOver={joinHandlers(onDragOver, dropTarget.onDragOver)}
        onDragLeave={joinHandlers(onDragLeave, dropTarget.onDragLeave)}
        onDrop={joinHandlers(onDrop, dropTarget.onDrop)}
      >
        {children}
        <MediaInputNative name={name} />
        <Announcement>{input.announcement}</Announcement>
      </div>
    </MediaInputContext.Provider>
  )
}
