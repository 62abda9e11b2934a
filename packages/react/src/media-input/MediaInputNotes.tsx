import type { ComponentPropsWithRef } from 'react'
import { Button } from '../internals/Button.tsx'
import { Issue } from '../internals/Field.tsx'
import { CloseIcon, UndoIcon } from '../internals/icons.tsx'
import { joinClasses } from '../internals/join.ts'
import { mediaWords } from '../messages/english/media.ts'
import { useWords } from '../messages/useWords.ts'
import { useMedia } from './MediaInputContext.ts'

/** Which files were not taken and why, what was removed with its way back, and what is wrong with the value. */
export function MediaInputNotes({ className, ...props }: ComponentPropsWithRef<'div'>) {
  const { kind, id, label, issue, refusals, dismissRefusals, removed, putBack, isDisabled, focusSoon } =
    useMedia('Notes')
  const words = useWords(mediaWords)
  return (
    <div {...props} className={joinClasses('pk-media-notes', className)}>
      {/* There from the start: a live region speaks of what comes into it. */}
      <div role="alert" className="pk-media-refusals">
        {refusals.length > 0 && (
          <>
            <ul>
              {refusals.map(({ name, problem }, index) => (
                // Two files may have one name.
                // oxlint-disable-next-line react/no-array-index-key
                <li key={index} className="pk-issue">
                  {problem.code === 'NO_ROOM'
                    ? words.noRoom(name, problem.maximum)
                    : words.refused(name, words.problem(problem))}
                </li>
              ))}
            </ul>
            <Button
              variant="plain"
              label={words.dismiss}
              onClick={() => {
                dismissRefusals()
                focusSoon('.pk-media-choose')
              }}
            >
              <CloseIcon />
            </Button>
          </>
        )}
      </div>
      {removed && (
        <div className="pk-media-removed">
          <span className="pk-hint">{words.cleared(removed.details.name ?? words.unnamed[kind])}</span>
          <Button
            variant="plain"
            disabled={isDisabled}
            onClick={() => {
              putBack()
              focusSoon('.pk-media-choose')
            }}
          >
            <UndoIcon />
            {words.undo}
          </Button>
        </div>
      )}
      <Issue id={id} label={label}>
        {issue}
      </Issue>
    </div>
  )
}
