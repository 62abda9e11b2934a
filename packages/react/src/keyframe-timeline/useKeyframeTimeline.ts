import {
  DEFAULT_MEDIA_BYTES,
  type EdgeMode,
  edgeLimits,
  type InputIssue,
  insertKeyframes,
  keyframeTimes,
  MAXIMUM_KEYFRAMES,
  MAXIMUM_TOTAL_SECONDS,
  moveEdge,
  moveKeyframe,
  readStoryboardText,
  removeKeyframe,
  setTransitionPrompt,
  type Storyboard,
  storyboardText,
  type StoryboardTextError,
  totalSeconds,
} from '@pika-kit/core'
import { useCallback, useMemo, useState } from 'react'
import type { Upload } from '../hooks/useUpload.ts'
import { useAnnouncer } from '../internals/Announcer.tsx'
import { useControlled } from '../internals/useControlled.ts'
import { useStableFunctions } from '../internals/useStableFunctions.ts'
import type { UploadState } from '../media-input/useMediaUploads.ts'
import { catalogWords } from '../messages/english/catalog.ts'
import { commonWords } from '../messages/english/common.ts'
import { timelineWords } from '../messages/english/timeline.ts'
import { issueIn } from '../messages/saidIn.ts'
import { useWords } from '../messages/useWords.ts'
import { newKeyframeId } from './newKeyframeId.ts'
import { isSamePlace, placeOfIssue, timelineLimits, type TimelinePlace } from './timelineIssues.ts'
import { useStoryboardSteps } from './useStoryboardSteps.ts'
import { useTimelinePictures } from './useTimelinePictures.ts'

export interface UseKeyframeTimelineOptions {
  /** The storyboard: plain JSON. Leave it out and the timeline holds it itself. */
  value?: Storyboard | undefined
  /** The storyboard at first; empty by default. */
  defaultValue?: Storyboard | undefined
  /** Told the whole storyboard with every change, also while an edge is dragged; a keyframe that is carried, when it is let go. */
  onChange?: ((storyboard: Storyboard) => void) | undefined
  /** Brings a picture to where its address is; see `useUpload`. */
  upload: Upload
  /** Bytes that one picture may have; 32 MB where left out, as the server's default. */
  maximumFileSize?: number | undefined
  /** What is wrong, by the paths of a pikaframes input: of the server, or of the operation's own check. */
  issues?: readonly InputIssue[] | undefined
  /** Nothing can be changed. False by default. */
  isDisabled?: boolean | undefined
  /**
   * Keeps the storyboard in this browser under this key of `localStorage`, and starts with it (`onChange` is told). Only
   * without `value`: who holds the storyboard keeps it.
   */
  storageKey?: string | undefined
  /** Second of the play position, shared with a `DraftPlayer`. Without it and `onTimeChange` none is shown. */
  time?: number | undefined
  /** Told when another second is sought on the axis. */
  onTimeChange?: ((seconds: number) => void) | undefined
  /** Whether the player that shares `time` plays; Space on the axis changes it. */
  isPlaying?: boolean | undefined
  /** Told when Space starts or stops it. */
  onPlayingChange?: ((isPlaying: boolean) => void) | undefined
}

/** What is selected, and so shown in the inspector. */
export type TimelineSelection =
  { type: 'keyframe'; id: string } | { type: 'transition'; index: number } | null

/** What has just happened and should be seen: files that were refused, each by name; a keyframe that was removed, with a way back. */
export interface TimelineNotice {
  lines: readonly string[]
  offersUndo: boolean
}

/** All that the timeline knows and does, without any markup. */
export interface UseKeyframeTimeline {
  storyboard: Storyboard
  /** Second of each keyframe. */
  times: readonly number[]
  total: number
  budget: number
  isFull: boolean
  isDisabled: boolean
  selection: TimelineSelection
  /** A selected keyframe takes the play position to its second, where there is one. */
  select(selection: TimelineSelection): void
  /** Where pasted pictures go: behind the selected keyframe, into the selected transition, or to the end. */
  pastePlace: number
  /** Adds pictures at a place (at the end when left out), as many as there is room for. Uploads begin at once. */
  addFiles(files: readonly File[], at?: number): void
  /** Answers the id of the new keyframe; null when there is no room. */
  addUrl(url: string, at?: number): string | null
  /** Puts another picture in the place of one, also of one that is still being uploaded. */
  replaceFile(id: string, file: File): void
  move(id: string, to: number): void
  /** Answers the id of the keyframe that stands there now, for the focus; null when none is left. */
  remove(id: string): string | null
  /** Puts the same picture behind it once more. Nothing while its file is being uploaded. */
  duplicate(id: string): void
  /** What gives way when an edge is moved without saying so. */
  edgeMode: EdgeMode
  setEdgeMode(mode: EdgeMode): void
  /** The seconds that a transition may have. */
  edgeLimits(index: number, mode?: EdgeMode): { min: number; max: number }
  /** Moves the far edge of a transition so that it lasts `seconds`, or as near as the rules allow. */
  setDuration(index: number, seconds: number, mode?: EdgeMode): void
  setPrompt(index: number, prompt: string): void
  /** Ends a drag or the typing into a field: what comes next is a step of its own to undo. */
  endGesture(): void
  /** Takes back what the drag or the typing that is not ended has done. */
  cancelGesture(): void
  undo(): void
  redo(): void
  canUndo: boolean
  canRedo: boolean
  uploadOf(id: string): UploadState | undefined
  retryUpload(id: string): void
  /** What to show of a keyframe, from memory where it was uploaded here. */
  pictureOf(id: string): string | null
  /** The words of what is wrong with a keyframe, a transition, or the whole. */
  issueOf(place: TimelinePlace): string | null
  /** All that is wrong, each with its place. */
  issues: readonly { place: TimelinePlace; message: string }[]
  /** Second of the play position; null where there is none. */
  time: number | null
  seek(seconds: number): void
  isPlaying: boolean
  /** Null where no player shares the axis. */
  togglePlaying: (() => void) | null
  /** Writes the storyboard as text; see `storyboardText` of core. */
  toText(): string
  /** Takes an edited text over. Answers what is wrong with it, by lines; then nothing is changed. */
  applyText(text: string): readonly StoryboardTextError[]
  notice: TimelineNotice | null
  dismissNotice(): void
  /** Has a screen reader say something. */
  announce(words: string): void
  /** What a screen reader is told. */
  announcement: string
}

/** All of it but the words to speak. */
export type TimelineState = Omit<UseKeyframeTimeline, 'announcement'>

/** What changes something or looks somewhere: the same functions at each render. */
type TimelineActions = Pick<
  UseKeyframeTimeline,
  | 'select'
  | 'seek'
  | 'addFiles'
  | 'addUrl'
  | 'replaceFile'
  | 'move'
  | 'remove'
  | 'duplicate'
  | 'setDuration'
  | 'setPrompt'
  | 'endGesture'
  | 'cancelGesture'
  | 'undo'
  | 'redo'
  | 'retryUpload'
  | 'applyText'
>

export function useKeyframeTimeline(options: UseKeyframeTimelineOptions): UseKeyframeTimeline {
  const { announce, announcement } = useAnnouncer()
  return { ...useTimelineState(options, announce), announcement }
}

/** The same, for who speaks the words of `announce` without rendering all of it for them. */
export function useTimelineState(
  {
    value,
    defaultValue,
    onChange,
    upload,
    maximumFileSize = DEFAULT_MEDIA_BYTES.image,
    issues = [],
    isDisabled = false,
    storageKey,
    time,
    onTimeChange,
    isPlaying = false,
    onPlayingChange,
  }: UseKeyframeTimelineOptions,
  announce: (words: string) => void,
): TimelineState {
  const words = useWords(timelineWords)
  const catalog = useWords(catalogWords)
  const { before } = useWords(commonWords)
  const [notice, setNotice] = useState<TimelineNotice | null>(null)
  const [selection, setSelection] = useState<TimelineSelection>(null)
  const [edgeMode, setEdgeMode] = useState<EdgeMode>('ripple')
  const [seconds, setSeconds] = useControlled(time, 0, onTimeChange)
  const steps = useStoryboardSteps({ value, defaultValue, onChange, storageKey })
  const pictures = useTimelinePictures(steps, { upload, maximumFileSize }, (lines, refused) => {
    setNotice(refused.length > 0 ? { lines: refused, offersUndo: false } : null)
    announce([...refused, ...lines].join(' '))
  })

  /** A step of its own: what was told of the one before is over, and its undo would be that of another. */
  const edit: typeof steps.edit = (transform, gesture) => {
    const isChanged = steps.edit(transform, gesture)
    if (isChanged) setNotice(null)
    return isChanged
  }

  const { storyboard } = steps
  const { keyframes, transitions } = storyboard
  const times = useMemo(
    () => keyframeTimes(transitions).slice(0, Math.max(keyframes.length, 1)),
    [transitions, keyframes.length],
  )
  const total = totalSeconds(transitions)
  const hasTime = time !== undefined || onTimeChange !== undefined
  const placeOf = (id: string) => steps.newest().keyframes.findIndex((keyframe) => keyframe.id === id)
  const count = () => steps.newest().keyframes.length
  const seek = (to: number) => setSeconds(Math.min(Math.max(to, 0), total))
  const select = (next: TimelineSelection) => {
    setSelection(next)
    if (next?.type === 'keyframe' && hasTime) seek(times[placeOf(next.id)] ?? 0)
  }
  const found = issues.flatMap((issue) => {
    const place = placeOfIssue(issue)
    if (!place) return []
    const field = issue.path[0] === 'imageUrls' ? words.keyframes : words.transitions
    const message = issueIn(catalog, 'PIKAFRAMES', issue, timelineLimits(issue))
    return [{ place, message: place === 'whole' ? before(field) + message : message }]
  })
  const pastePlace =
    selection?.type === 'transition'
      ? Math.min(selection.index + 1, keyframes.length)
      : keyframes.findIndex(({ id }) => selection?.id === id) + 1 || keyframes.length

  const actions = useStableFunctions<TimelineActions>({
    select,
    seek,
    addFiles: (files, at = keyframes.length) => pictures.addFiles(files, at),
    addUrl: (url, at = keyframes.length) => pictures.addUrl(url, at),
    replaceFile(id, file) {
      const replacement = pictures.replaceFile(id, file)
      if (replacement !== null && selection?.type === 'keyframe' && selection.id === id)
        setSelection({ type: 'keyframe', id: replacement })
    },
    move(id, to) {
      if (edit((known) => moveKeyframe(known, id, to))) announce(words.moved(placeOf(id) + 1, count()))
    },
    remove(id) {
      const place = placeOf(id)
      if (!edit((known) => removeKeyframe(known, id))) return null
      setSelection(null)
      setNotice({ lines: [words.removed(place + 1, count())], offersUndo: true })
      announce(words.removed(place + 1, count()))
      return steps.newest().keyframes[Math.min(place, count() - 1)]?.id ?? null
    },
    duplicate(id) {
      const place = placeOf(id)
      const original = steps.newest().keyframes[place]
      if (!original || original.url === null) return
      if (count() >= MAXIMUM_KEYFRAMES) return announce(words.full)
      edit((known) => insertKeyframes(known, place + 1, [{ ...original, id: newKeyframeId() }]))
      announce(words.duplicated(place + 1, count()))
    },
    setDuration: (index, wanted, mode = edgeMode) =>
      void edit((known) => moveEdge(known, index, wanted, mode), `duration ${index}`),
    setPrompt: (index, prompt) =>
      void edit((known) => setTransitionPrompt(known, index, prompt), `prompt ${index}`),
    endGesture: steps.endGesture,
    cancelGesture: steps.cancelGesture,
    undo() {
      setNotice(null)
      if (steps.undo()) announce(words.undone)
    },
    redo() {
      setNotice(null)
      if (steps.redo()) announce(words.redone)
    },
    retryUpload: pictures.retryUpload,
    applyText(text) {
      const result = readStoryboardText(text, steps.newest(), newKeyframeId)
      if (!result.ok) return result.errors
      edit(() => result.storyboard)
      setSelection(null)
      announce(words.textApplied(count(), totalSeconds(steps.newest().transitions)))
      return []
    },
  })

  return {
    storyboard,
    times,
    total,
    budget: MAXIMUM_TOTAL_SECONDS,
    isFull: keyframes.length >= MAXIMUM_KEYFRAMES,
    isDisabled,
    selection,
    ...actions,
    pastePlace,
    edgeMode,
    setEdgeMode,
    edgeLimits: (index, mode = edgeMode) => edgeLimits(transitions, index, mode),
    canUndo: steps.canUndo,
    canRedo: steps.canRedo,
    uploadOf: pictures.uploadOf,
    pictureOf(id) {
      const keyframe = keyframes.find((known) => known.id === id)
      return keyframe ? pictures.pictureOf(keyframe) : null
    },
    issueOf: (place) => found.find((issue) => isSamePlace(issue.place, place))?.message ?? null,
    issues: found,
    time: hasTime ? Math.min(seconds, total) : null,
    isPlaying,
    togglePlaying: onPlayingChange ? () => onPlayingChange(!isPlaying) : null,
    toText: () => storyboardText(storyboard),
    notice,
    dismissNotice: useCallback(() => setNotice(null), []),
    announce,
  }
}
