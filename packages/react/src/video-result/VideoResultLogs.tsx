import { type ComponentPropsWithRef, useEffect, useId, useRef, useState } from 'react'
import { Button } from '../internals/Button.tsx'
import { CheckIcon, CollapseIcon, DownIcon, DuplicateIcon, ExpandIcon } from '../internals/icons.tsx'
import { joinClasses } from '../internals/join.ts'
import { logsWords } from '../messages/english/logs.ts'
import { useWords } from '../messages/useWords.ts'
import { findLines, logText } from './logText.ts'
import { useResult } from './VideoResultContext.ts'

// Nearer to its end than this, the panel follows.
const AT_END_PX = 8

/** What the runner wrote: a few lines that follow the newest, or many, with a search, once they are asked for. */
export function VideoResultLogs({ className, ...props }: ComponentPropsWithRef<'div'>) {
  const words = useWords(logsWords)
  const { generation, logs, isFinal, say } = useResult('Logs')
  const [isLarge, setIsLarge] = useState(false)
  const [sought, setSought] = useState('')
  const [copied, setCopied] = useState(0)
  const [isFollowing, setIsFollowing] = useState(true)
  const panel = useRef<HTMLDivElement>(null)
  const id = useId()
  const shown = findLines(logs, isLarge ? sought : '')
  const last = shown.at(-1)?.sequence

  const follow = () => {
    setIsFollowing(true)
    if (panel.current) panel.current.scrollTop = panel.current.scrollHeight
  }
  useEffect(() => {
    // Follows the newest line, but not while someone reads further up.
    if (isFollowing && panel.current) panel.current.scrollTop = panel.current.scrollHeight
  }, [last, isLarge, isFollowing])

  // A generation that begins keeps the place of its lines free; one that ended without any needs none.
  if (!generation || (logs.length === 0 && isFinal)) return null
  const copy = async () => {
    await navigator.clipboard.writeText(logText(logs))
    setCopied(logs.length)
    say(words.copied)
  }
  return (
    <div {...props} className={joinClasses('pk-logs', className)} data-large={isLarge || undefined}>
      <div className="pk-logs-head">
        <span id={id}>{words.label}</span>
        <span className="pk-hint">
          {isLarge && sought
            ? words.matches(shown.length, logs.length)
            : logs.length > 0 && words.lines(logs.length)}
        </span>
        {isLarge && typeof navigator === 'object' && 'clipboard' in navigator && (
          <Button variant="plain" label={words.copy} onClick={() => void copy()}>
            {copied === logs.length && copied > 0 ? <CheckIcon /> : <DuplicateIcon />}
          </Button>
        )}
        <Button
          variant="plain"
          label={isLarge ? words.smaller : words.larger}
          aria-expanded={isLarge}
          onClick={() => setIsLarge((large) => !large)}
        >
          {isLarge ? <CollapseIcon /> : <ExpandIcon />}
        </Button>
      </div>
      {isLarge && (
        <input
          type="search"
          className="pk-input"
          placeholder={words.search}
          aria-label={words.search}
          value={sought}
          onChange={(event) => setSought(event.target.value)}
        />
      )}
      <div
        ref={panel}
        className="pk-logs-lines"
        role="log"
        aria-labelledby={id}
        // Lines come faster than they can be spoken: who wants them reads them here.
        aria-live="off"
        // A region that scrolls must be reachable by keyboard.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        onScroll={({ currentTarget: { scrollTop, clientHeight, scrollHeight } }) =>
          setIsFollowing(scrollTop + clientHeight >= scrollHeight - AT_END_PX)
        }
      >
        {logs.length === 0 && <div>{words.none}</div>}
        {shown.map((line) => (
          <div key={line.sequence} className="pk-logs-line" data-level={line.level.toLowerCase()} dir="auto">
            {line.message}
          </div>
        ))}
      </div>
      {!isFollowing && (
        <Button className="pk-logs-follow" label={words.follow} onClick={follow}>
          <DownIcon />
        </Button>
      )}
    </div>
  )
}
