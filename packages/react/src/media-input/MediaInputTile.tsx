import type { ComponentPropsWithRef, KeyboardEvent } from 'react'
import { Button } from '../internals/Button.tsx'
import { FileChooser } from '../internals/FileChooser.tsx'
import { BackIcon, CloseIcon, ForthIcon, ReplaceIcon, RetryIcon, UndoIcon } from '../internals/icons.tsx'
import { joinClasses, joinHandlers } from '../internals/join.ts'
import { commonWords } from '../messages/english/common.ts'
import { mediaWords } from '../messages/english/media.ts'
import { useWords } from '../messages/useWords.ts'
import { acceptOf } from './mediaFiles.ts'
import { useMedia } from './MediaInputContext.ts'
import { MediaInputDetails } from './MediaInputDetails.tsx'
import { MediaInputPreview } from './MediaInputPreview.tsx'
import type { MediaEntry } from './useMediaInput.ts'

export interface MediaInputTileProps extends ComponentPropsWithRef<'li'> {
  /** Which one, of `entries`. */
  entry: MediaEntry
  /** Its place from 0. */
  index: number
}

/**
 * One of several media. Alt with an arrow moves it, Alt with Home or End to the ends, Delete removes it, wherever in it the
 * focus is; the same can be done by its buttons.
 */
export function MediaInputTile({ entry, index, className, onKeyDown, ...props }: MediaInputTileProps) {
  const {
    kind,
    entries,
    isDisabled,
    isReadOnly,
    itemIssues,
    move,
    remove,
    giveUp,
    retry,
    replaceFile,
    focusSoon,
  } = useMedia('Tile')
  const words = useWords(mediaWords)
  const { before: named } = useWords(commonWords)
  const { id, upload, details, before } = entry
  const place = index + 1
  const name = words.place(place, details.name ?? words.unnamed[kind])
  const issue = itemIssues[index]
  const last = entries.length - 1
  const isUnderWay = entry.url === null && !upload?.error
  const isFixed = isDisabled || isReadOnly

  const leave = () => {
    if (entry.url === null) giveUp(id)
    else remove(id)
    if (before) return
    // To the same button of the one that takes its place.
    const next = Math.min(place, last)
    focusSoon(`.pk-media-tile:nth-child(${next}) .pk-media-remove`, '.pk-media-choose')
  }
  const act = (event: KeyboardEvent<HTMLLIElement>) => {
    if (isFixed) return
    if (event.key === 'Delete') leave()
    else if (event.altKey && event.key in STEPS) {
      const isRightToLeft = getComputedStyle(event.currentTarget).direction === 'rtl'
      const to = targetOf(event.key, index, last, isRightToLeft)
      if (to !== index) move(id, to)
    } else return
    event.preventDefault()
  }
  return (
    <li
      {...props}
      className={joinClasses('pk-media-tile', className)}
      data-state={upload?.error ? 'failed' : entry.url === null ? 'uploading' : 'filled'}
      data-invalid={issue || upload?.error ? true : undefined}
      onKeyDown={joinHandlers(onKeyDown, act)}
    >
      <div className="pk-media-frame">
        <MediaInputPreview entry={entry} />
        <span className="pk-media-place" aria-hidden="true">
          {place}
        </span>
        {!isReadOnly && (
          <Button
            key={isUnderWay ? 'cancel' : 'remove'}
            className="pk-media-remove"
            label={
              named(isUnderWay ? words.cancel : upload?.error && before ? words.bringBack : words.clear) +
              name
            }
            disabled={isDisabled}
            onClick={leave}
          >
            {upload?.error && before ? <UndoIcon /> : <CloseIcon />}
          </Button>
        )}
      </div>
      <MediaInputDetails entry={entry} />
      {issue && <p className="pk-issue">{named(name) + issue}</p>}
      {!isReadOnly && (
        <div className="pk-media-tools">
          <Button
            variant="plain"
            label={words.earlier(name)}
            // Not disabled at the end: the focus would be lost there.
            aria-disabled={index === 0 || undefined}
            disabled={isDisabled}
            onClick={() => index > 0 && move(id, index - 1)}
          >
            <BackIcon />
          </Button>
          <Button
            variant="plain"
            label={words.later(name)}
            aria-disabled={index === last || undefined}
            disabled={isDisabled}
            onClick={() => index < last && move(id, index + 1)}
          >
            <ForthIcon />
          </Button>
          {upload?.error ? (
            <Button
              variant="plain"
              label={named(words.retry) + name}
              disabled={isDisabled}
              onClick={() => retry(id)}
            >
              <RetryIcon />
            </Button>
          ) : (
            <FileChooser
              variant="plain"
              inputLabel={named(words.replace) + name}
              label={named(words.replace) + name}
              accept={acceptOf(kind)}
              disabled={isDisabled || isUnderWay}
              onFiles={([file]) => void replaceFile(id, file)}
            >
              <ReplaceIcon />
            </FileChooser>
          )}
        </div>
      )}
    </li>
  )
}

const STEPS = { ArrowLeft: -1, ArrowUp: -1, ArrowRight: 1, ArrowDown: 1, Home: -Infinity, End: Infinity }

function targetOf(key: string, index: number, last: number, isRightToLeft: boolean): number {
  const step = STEPS[key as keyof typeof STEPS]
  const sign = isRightToLeft && (key === 'ArrowLeft' || key === 'ArrowRight') ? -1 : 1
  return Math.max(0, Math.min(last, index + sign * step))
}
