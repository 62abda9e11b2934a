import { type ComponentPropsWithRef, useState } from 'react'
import { Button } from '../internals/Button.tsx'
import { ConfirmDialog } from '../internals/ConfirmDialog.tsx'
import {
  ArchiveIcon,
  CheckIcon,
  DownloadIcon,
  LinkIcon,
  PencilIcon,
  RetryIcon,
  SearchIcon,
  TrashIcon,
} from '../internals/icons.tsx'
import { joinClasses } from '../internals/join.ts'
import { PayingButton } from '../internals/PayingButton.tsx'
import { resultWords } from '../messages/english/result.ts'
import { useWords } from '../messages/useWords.ts'
import { useResult } from './VideoResultContext.ts'

/** What can be done now, what helps most first. Children stand between the kit's own and deleting. */
export function VideoResultActions({ className, children, ...props }: ComponentPropsWithRef<'div'>) {
  const words = useWords(resultWords)
  const result = useResult('Actions')
  const [isAsking, setIsAsking] = useState(false)
  const { generation, remedy, isBusy } = result
  if (!generation) return null
  const { video } = generation
  return (
    <div {...props} className={joinClasses('pk-result-actions', className)}>
      {video && (
        <>
          <a
            className="pk-button"
            href={video.downloadUrl}
            download={video.fileName ?? 'video.mp4'}
            target="_blank"
            rel="noreferrer"
          >
            <DownloadIcon />
            {words.download}
          </a>
          <CopyLink key={video.url} url={video.url} />
        </>
      )}
      {result.canRecover && (
        <Button onClick={result.recover} disabled={isBusy} data-remedy={remedy === 'look-again' || undefined}>
          {generation.status === 'COMPLETED' ? <ArchiveIcon /> : <SearchIcon />}
          {generation.status === 'COMPLETED' ? words.copyAgain : words.lookAgain}
        </Button>
      )}
      {remedy === 'change' && result.change && (
        <Button onClick={result.change} data-remedy>
          <PencilIcon />
          {words.change}
        </Button>
      )}
      {result.canRetry && (
        <PayingButton onClick={result.retry} disabled={isBusy} data-remedy={remedy === 'retry' || undefined}>
          <RetryIcon />
          {words.retry}
        </PayingButton>
      )}
      {result.canCancel && (
        <Button onClick={result.cancel} disabled={isBusy}>
          {words.cancel}
        </Button>
      )}
      {children}
      {result.isFinal && (
        <Button variant="plain" label={words.remove} onClick={() => setIsAsking(true)} disabled={isBusy}>
          <TrashIcon />
        </Button>
      )}
      {isAsking && (
        <ConfirmDialog
          title={words.removeTitle}
          text={words.removeText}
          confirmLabel={words.remove}
          cancelLabel={words.keep}
          onConfirm={result.remove}
          onClose={() => setIsAsking(false)}
        />
      )}
    </div>
  )
}

function CopyLink({ url }: { url: string }) {
  const words = useWords(resultWords)
  const { say } = useResult('Actions')
  const [isCopied, setIsCopied] = useState(false)
  // Servers and pages without https have no clipboard.
  if (typeof navigator !== 'object' || !('clipboard' in navigator)) return null
  const copy = async () => {
    await navigator.clipboard.writeText(url)
    setIsCopied(true)
    say(words.copied)
  }
  return (
    <Button onClick={() => void copy()} data-done={isCopied || undefined}>
      {isCopied ? <CheckIcon /> : <LinkIcon />}
      {isCopied ? words.copied : words.copyLink}
    </Button>
  )
}
