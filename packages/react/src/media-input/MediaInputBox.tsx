import type { ComponentPropsWithRef } from 'react'
import { Button } from '../internals/Button.tsx'
import { FileChooser } from '../internals/FileChooser.tsx'
import { CloseIcon, FilmIcon, ImageIcon, RetryIcon, TrashIcon, UndoIcon } from '../internals/icons.tsx'
import { joinClasses } from '../internals/join.ts'
import { commonWords } from '../messages/english/common.ts'
import { mediaWords } from '../messages/english/media.ts'
import { mediaTitles } from '../messages/mediaFacts.ts'
import { useWords } from '../messages/useWords.ts'
import { acceptOf } from './mediaFiles.ts'
import { useMedia } from './MediaInputContext.ts'
import { MediaInputDetails } from './MediaInputDetails.tsx'
import { MediaInputPreview } from './MediaInputPreview.tsx'
import type { MediaEntry } from './useMediaInput.ts'

/** The one medium with what is known of it and what can be done; while there is none, what may be dropped here. */
export function MediaInputBox({ className, ...props }: ComponentPropsWithRef<'div'>) {
  const { kind, entries, isMultiple, isReadOnly, over, isChecking, maximumFileSize } = useMedia('Box')
  const words = useWords(mediaWords)
  const [entry] = isMultiple ? [] : entries
  const Icon = kind === 'image' ? ImageIcon : FilmIcon
  return (
    <div {...props} className={joinClasses('pk-media-box', className)}>
      {entry ? (
        <>
          <MediaInputPreview entry={entry} hasControls />
          <div className="pk-media-row">
            <MediaInputDetails entry={entry} />
            {!isReadOnly && <EntryActions entry={entry} />}
          </div>
        </>
      ) : (
        <div className="pk-media-empty">
          <Icon />
          <strong>
            {isReadOnly
              ? words.nothing
              : over === 'reject'
                ? words.overWrong[kind]
                : over === 'accept'
                  ? words.over
                  : isChecking
                    ? words.checking
                    : (isMultiple ? words.dropMany : words.drop)[kind]}
          </strong>
          {!isReadOnly && <span className="pk-hint">{words.hint(mediaTitles(kind), maximumFileSize)}</span>}
        </div>
      )}
    </div>
  )
}

/** Replace and remove; cancel while it uploads; try again, or put back what was there, where that failed. */
function EntryActions({ entry }: { entry: MediaEntry }) {
  const { kind, label, isDisabled, replaceFile, retry, giveUp, remove, focusSoon } = useMedia('Box')
  const words = useWords(mediaWords)
  const { before: named } = useWords(commonWords)
  const { id, upload, before } = entry
  const isUnderWay = entry.url === null && !upload?.error
  return (
    <div className="pk-media-actions">
      {upload?.error && (
        <Button disabled={isDisabled} onClick={() => retry(id)}>
          <RetryIcon />
          {words.retry}
        </Button>
      )}
      {!isUnderWay && (
        <FileChooser
          className="pk-media-choose"
          inputLabel={named(label) + words.choose}
          accept={acceptOf(kind)}
          disabled={isDisabled}
          onFiles={([file]) => void replaceFile(id, file)}
        >
          {words.replace}
        </FileChooser>
      )}
      {entry.url === null ? (
        // One that cancels never turns into one that removes under somebody's finger: each has its key.
        <Button
          key={isUnderWay ? 'cancel' : 'give-up'}
          variant={isUnderWay ? 'normal' : 'plain'}
          {...(!isUnderWay && { label: named(before ? words.bringBack : words.clear) + label })}
          disabled={isDisabled}
          onClick={() => {
            giveUp(id)
            focusSoon('.pk-media-choose')
          }}
        >
          {isUnderWay ? <CloseIcon /> : before ? <UndoIcon /> : <TrashIcon />}
          {isUnderWay && words.cancel}
        </Button>
      ) : (
        <Button
          key="remove"
          variant="plain"
          label={named(words.clear) + label}
          disabled={isDisabled}
          onClick={() => {
            remove(id)
            focusSoon('.pk-media-choose')
          }}
        >
          <TrashIcon />
        </Button>
      )}
    </div>
  )
}
