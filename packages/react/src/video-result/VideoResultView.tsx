import { useEffect, useRef, useState } from 'react'
import type { GenerationData } from '../graphql/documents.ts'
import { Picture } from '../internals/Picture.tsx'
import { Button } from '../internals/Button.tsx'
import { PayingButton } from '../internals/PayingButton.tsx'
import {
  DownloadIcon,
  FilmIcon,
  LinkIcon,
  RetryIcon,
  SearchIcon,
  TrashIcon,
  WarningIcon,
} from '../internals/icons.tsx'
import { joinClasses } from '../internals/join.ts'
import { formatClock } from '../internals/time.ts'
import { useMessages } from '../provider/PikaProvider.tsx'
import { canRecover, pictureOf, promptOf, STEPS } from './resultView.ts'
import type { UseVideoResult } from './useVideoResult.ts'

export interface VideoResultViewProps {
  /** What `useVideoResult` answered. */
  result: UseVideoResult
  className?: string
}

/** A generation through all its states, drawn from what `useVideoResult` knows. */
export function VideoResultView({ result, className }: VideoResultViewProps) {
  const { result: words } = useMessages()
  const { generation, connection, error } = result
  if (!generation) {
    return (
      <section
        className={joinClasses('pk-root pk-result', className)}
        aria-label={words.label}
        data-state={connection}
      >
        <div className="pk-result-stage pk-result-placeholder">
          {connection === 'failed' ? <WarningIcon /> : <FilmIcon />}
          <strong>
            {connection === 'failed'
              ? (error ?? words.notFound)
              : connection === 'idle'
                ? words.empty
                : words.connecting}
          </strong>
          {connection === 'idle' && <span className="pk-hint">{words.emptyHint}</span>}
        </div>
      </section>
    )
  }
  return (
    <section
      className={joinClasses('pk-root pk-result', className)}
      aria-label={words.label}
      data-state={generation.status.toLowerCase().replace('_', '-')}
    >
      <Stage generation={generation} />
      <Steps result={result} />
      <Status result={result} generation={generation} />
      {connection === 'failed' && !result.isFinal && <p className="pk-hint">{words.offline}</p>}
      <Failure generation={generation} />
      {result.logs.length > 0 && <Logs result={result} />}
      <CancelNote result={result} generation={generation} />
      <RecoverNote result={result} generation={generation} />
      {result.actionError && (
        <p className="pk-issue" role="alert">
          {result.actionError}
        </p>
      )}
      <Actions result={result} generation={generation} />
    </section>
  )
}

function Stage({ generation }: { generation: GenerationData }) {
  const { result: words } = useMessages()
  const { video, status } = generation
  const picture = pictureOf(generation)
  const ratio = video?.width && video.height ? `${video.width} / ${video.height}` : '16 / 9'
  return (
    <div className="pk-result-stage" style={{ aspectRatio: ratio }}>
      {video ? (
        // What the model makes has no sound.
        // oxlint-disable-next-line jsx-a11y/media-has-caption
        <video
          className="pk-result-video"
          src={video.url}
          controls
          playsInline
          loop
          preload="auto"
          aria-label={promptOf(generation) ?? generation.operation.title}
        />
      ) : (
        <>
          {picture && <Picture className="pk-result-picture" src={picture} />}
          <span
            className="pk-result-veil"
            data-live={status === 'FAILED' || status === 'CANCELLED' ? undefined : ''}
          >
            {status === 'FAILED' ? <WarningIcon /> : null}
            {words.statuses[status]}
          </span>
        </>
      )}
    </div>
  )
}

function Steps({ result: { steps } }: { result: UseVideoResult }) {
  const { result: words } = useMessages()
  if (!steps) return null
  return (
    <ol className="pk-result-steps">
      {STEPS.map((step) => (
        <li
          key={step}
          data-state={steps[step]}
          {...(steps[step] === 'now' && { 'aria-current': 'step' as const })}
        >
          {words.steps[step]}
        </li>
      ))}
    </ol>
  )
}

function Status({ result, generation }: { result: UseVideoResult; generation: GenerationData }) {
  const { result: words } = useMessages()
  const { status, queuePosition } = generation
  const headline =
    status === 'IN_QUEUE' && queuePosition !== null ? words.ahead(queuePosition) : words.statuses[status]
  const clock = formatClock(result.elapsed)
  return (
    <div className="pk-result-status">
      {/* Only the words are spoken: a clock that is read out each second helps nobody. */}
      <strong role="status">{headline}</strong>
      <span className="pk-hint">{result.isFinal ? words.took(clock) : words.elapsed(clock)}</span>
      {result.ready && (
        <p className="pk-hint">
          {result.ready === 'late' ? words.late : words.ready(result.ready.from, result.ready.to)}
        </p>
      )}
      {status === 'UNCONFIRMED' && <p className="pk-hint">{words.unconfirmedHint}</p>}
    </div>
  )
}

function Failure({ generation: { error } }: { generation: GenerationData }) {
  const { result: words } = useMessages()
  if (!error) return null
  return (
    <div className="pk-result-failure">
      <p>
        <strong>{error.message}</strong>
      </p>
      {error.issues.length > 0 ? (
        <ul>
          {error.issues.map((issue) => (
            <li key={issue.path.join('.') + issue.message}>
              {[issue.path.join(' '), issue.message].filter(Boolean).join(': ')}
            </li>
          ))}
        </ul>
      ) : (
        error.detail && <p>{error.detail}</p>
      )}
      <p>
        {words.billing[error.billing]} {error.action}
      </p>
    </div>
  )
}

function Logs({ result: { logs } }: { result: UseVideoResult }) {
  const { result: words } = useMessages()
  const panel = useRef<HTMLDivElement>(null)
  const isAtEnd = useRef(true)
  const last = logs.at(-1)?.sequence
  useEffect(() => {
    const element = panel.current
    // Follows the newest line, but not while someone reads further up.
    if (element && isAtEnd.current) element.scrollTop = element.scrollHeight
  }, [last])
  return (
    <div
      ref={panel}
      className="pk-result-logs"
      role="log"
      aria-label={words.logs}
      aria-live="off"
      // A region that scrolls must be reachable by keyboard.
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      onScroll={({ currentTarget: { scrollTop, clientHeight, scrollHeight } }) => {
        isAtEnd.current = scrollTop + clientHeight >= scrollHeight - 8
      }}
    >
      {logs.map((line) => (
        <div key={line.sequence}>{line.message}</div>
      ))}
    </div>
  )
}

function CancelNote({ result, generation }: { result: UseVideoResult; generation: GenerationData }) {
  const { result: words } = useMessages()
  const { cancelOutcome } = result
  if (cancelOutcome) {
    return (
      <p className="pk-hint" role="status">
        {cancelOutcome.type === 'failed' ? cancelOutcome.message : words.cancelOutcomes[cancelOutcome.type]}
      </p>
    )
  }
  return generation.cancelRequestedAt && !result.isFinal ? (
    <p className="pk-hint">{words.cancelling}</p>
  ) : null
}

/** How looking again went, where it led no further; where it did, the state says so. */
function RecoverNote({ result, generation }: { result: UseVideoResult; generation: GenerationData }) {
  const { result: words } = useMessages()
  const { recoverOutcome } = result
  if (!recoverOutcome || !canRecover(generation)) return null
  return (
    <p className="pk-hint" role="status">
      {recoverOutcome.type === 'failed' ? recoverOutcome.message : words.recoverOutcomes[recoverOutcome.type]}
    </p>
  )
}

function Actions({ result, generation }: { result: UseVideoResult; generation: GenerationData }) {
  const { result: words } = useMessages()
  const [isCopied, setIsCopied] = useState(false)
  const { video } = generation
  const canRetry = generation.status === 'CANCELLED' || generation.status === 'FAILED'
  return (
    <div className="pk-result-actions">
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
          {/* Servers and pages without https have no clipboard. */}
          {typeof navigator === 'object' && 'clipboard' in navigator && (
            <Button
              onClick={() => void navigator.clipboard.writeText(video.url).then(() => setIsCopied(true))}
            >
              <LinkIcon />
              <span role="status">{isCopied ? words.copied : words.copyLink}</span>
            </Button>
          )}
        </>
      )}
      {result.canRecover && (
        <Button onClick={result.recover} disabled={result.isBusy}>
          <SearchIcon />
          {words.lookAgain}
        </Button>
      )}
      {canRetry && (
        <PayingButton onClick={result.retry} disabled={result.isBusy}>
          <RetryIcon />
          {words.retry}
        </PayingButton>
      )}
      {result.canCancel && (
        <Button onClick={result.cancel} disabled={result.isBusy}>
          {words.cancel}
        </Button>
      )}
      {result.isFinal && (
        <Button variant="plain" label={words.remove} onClick={result.remove} disabled={result.isBusy}>
          <TrashIcon />
        </Button>
      )}
    </div>
  )
}
