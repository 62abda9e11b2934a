import {
  type InputIssue,
  insertKeyframes,
  keyframeTimes,
  MAXIMUM_KEYFRAMES,
  MAXIMUM_TOTAL_SECONDS,
  moveKeyframe,
  remainingSeconds,
  removeKeyframe,
  setTransitionDuration,
  setTransitionPrompt,
  type Storyboard,
  emptyStoryboard,
  totalSeconds,
  updateKeyframe,
} from '@pika-kit/core'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { Upload } from '../hooks/useUpload.ts'
import { useAnnouncer } from '../internals/Announcer.tsx'
import { useMediaUploads, type UploadState } from '../media-input/useMediaUploads.ts'
import { useMessages } from '../provider/PikaProvider.tsx'
import { keepStoryboard, keptStoryboard } from './keptStoryboard.ts'
import * as history from './timelineHistory.ts'

export interface UseKeyframeTimelineOptions {
  value?: Storyboard | undefined
  defaultValue?: Storyboard | undefined
  onChange?: ((storyboard: Storyboard) => void) | undefined
  /** Brings a picture to where its address is; see `useUpload`. */
  upload: Upload
  /** What is wrong, by the paths of a pikaframes input: of the server, or of the operation's own check. */
  issues?: readonly InputIssue[] | undefined
  isDisabled?: boolean | undefined
  /**
   * Keeps the storyboard in this browser under this key of `localStorage`, and starts with it (`onChange` is told). Only
   * without `value`: who holds the storyboard keeps it.
   */
  storageKey?: string | undefined
}

/** What is selected, and so shown in the inspector. */
export type TimelineSelection =
  { type: 'keyframe'; id: string } | { type: 'transition'; index: number } | null

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
  select(selection: TimelineSelection): void
  /** Adds pictures at a place (at the end when left out), as many as there is room for. Uploads begin at once. */
  addFiles(files: readonly File[], at?: number): void
  addUrl(url: string, at?: number): void
  replaceFile(id: string, file: File): void
  move(id: string, to: number): void
  remove(id: string): void
  /** Puts the same picture behind it once more. Nothing while its file is being uploaded. */
  duplicate(id: string): void
  setDuration(index: number, seconds: number): void
  setPrompt(index: number, prompt: string): void
  /** Ends a drag or the typing into a field: what comes next is a step of its own to undo. */
  endGesture(): void
  undo(): void
  redo(): void
  canUndo: boolean
  canRedo: boolean
  uploadOf(id: string): UploadState | undefined
  retryUpload(id: string): void
  /** What to show of a keyframe, from memory where it was uploaded here. */
  pictureOf(id: string): string | null
  /** The words of what is wrong with a keyframe, a transition, or the whole. */
  issueOf(place: { keyframe: number } | { transition: number } | 'whole'): string | null
  /** What a screen reader is told. */
  announcement: string
}

export function useKeyframeTimeline({
  value,
  defaultValue = emptyStoryboard,
  onChange,
  upload,
  issues = [],
  isDisabled = false,
  storageKey,
}: UseKeyframeTimelineOptions): UseKeyframeTimeline {
  const { timeline: words } = useMessages()
  const { announce, announcement } = useAnnouncer()
  const [steps, setSteps] = useState(() => history.startHistory(value ?? defaultValue))
  const newest = useRef(steps)
  const changed = useRef(onChange)
  changed.current = onChange
  const keyToKeep = useRef<string | null>(null)
  const [selection, select] = useState<TimelineSelection>(null)

  // A value that came from outside (another storyboard was opened) is a new step, not a new history.
  if (value !== undefined && value !== newest.current.present && value !== steps.present) {
    newest.current = history.change(newest.current, value)
    setSteps(newest.current)
  }

  const commit = useCallback((next: history.TimelineHistory | null) => {
    if (!next || next === newest.current) return
    const isNew = next.present !== newest.current.present
    newest.current = next
    setSteps(next)
    if (!isNew) return
    if (keyToKeep.current !== null) keepStoryboard(keyToKeep.current, next.present)
    changed.current?.(next.present)
  }, [])
  // After the first paint, since a server that renders the page knows nothing of this browser.
  const key = value === undefined ? (storageKey ?? null) : null
  useEffect(() => {
    if (keyToKeep.current === key) return
    keyToKeep.current = key
    const kept = key === null ? null : keptStoryboard(key, newKeyframeId)
    if (kept) commit(history.startHistory(kept))
  }, [key, commit])
  const edit = useCallback(
    (transform: (storyboard: Storyboard) => Storyboard, gesture: string | null = null) =>
      commit(history.change(newest.current, transform(newest.current.present), gesture)),
    [commit],
  )
  const uploads = useMediaUploads(upload, (id, url) => commit(history.setUrl(newest.current, id, url)))

  const storyboard = steps.present
  const { keyframes, transitions } = storyboard
  const times = useMemo(
    () => keyframeTimes(transitions).slice(0, Math.max(keyframes.length, 1)),
    [transitions, keyframes.length],
  )
  const announceAdded = (count: number) =>
    announce(count === 0 ? words.full : words.added(count, newest.current.present.keyframes.length))
  const room = () => MAXIMUM_KEYFRAMES - newest.current.present.keyframes.length

  return {
    storyboard,
    times,
    total: totalSeconds(transitions),
    budget: MAXIMUM_TOTAL_SECONDS,
    isFull: keyframes.length >= MAXIMUM_KEYFRAMES,
    isDisabled,
    selection,
    select,
    addFiles(files, at = keyframes.length) {
      const pictures = files.filter((file) => file.type.startsWith('image/'))
      const other = files.find((file) => !file.type.startsWith('image/'))
      if (pictures.length === 0) {
        if (other) announce(words.notAPicture(other.name))
        return
      }
      const added = pictures
        .slice(0, Math.max(room(), 0))
        .map((file) => ({ file, keyframe: { id: newKeyframeId(), url: null, name: file.name } }))
      edit((known) =>
        insertKeyframes(
          known,
          at,
          added.map(({ keyframe }) => keyframe),
        ),
      )
      for (const { file, keyframe } of added) uploads.start(keyframe.id, file)
      announceAdded(added.length)
    },
    addUrl(url, at = keyframes.length) {
      const count = Math.min(room(), 1)
      if (count > 0) edit((known) => insertKeyframes(known, at, [{ id: newKeyframeId(), url }]))
      announceAdded(count)
    },
    replaceFile(id, file) {
      if (!file.type.startsWith('image/')) return announce(words.notAPicture(file.name))
      edit((known) => updateKeyframe(known, id, { url: null, name: file.name }))
      uploads.start(id, file)
    },
    move(id, to) {
      const before = newest.current.present
      edit((known) => moveKeyframe(known, id, to))
      if (before === newest.current.present) return
      const place = newest.current.present.keyframes.findIndex((keyframe) => keyframe.id === id)
      announce(words.moved(place + 1, newest.current.present.keyframes.length))
    },
    remove(id) {
      edit((known) => removeKeyframe(known, id))
      select(null)
      announce(words.removed(newest.current.present.keyframes.length))
    },
    duplicate(id) {
      const index = keyframes.findIndex((keyframe) => keyframe.id === id)
      const original = keyframes[index]
      if (!original || original.url === null) return
      if (room() < 1) return announce(words.full)
      edit((known) => insertKeyframes(known, index + 1, [{ ...original, id: newKeyframeId() }]))
      announce(words.duplicated(index + 1, newest.current.present.keyframes.length))
    },
    setDuration: (index, seconds) =>
      edit((known) => setTransitionDuration(known, index, seconds), `duration ${index}`),
    setPrompt: (index, prompt) =>
      edit((known) => setTransitionPrompt(known, index, prompt), `prompt ${index}`),
    endGesture() {
      // As a function of the state, not as a new one: React may render this before a change of the same gesture, which came
      // with a lesser priority, and would show a present that `value` does not have yet.
      newest.current = history.endGesture(newest.current)
      setSteps(history.endGesture)
    },
    undo() {
      const previous = history.undo(newest.current)
      commit(previous)
      if (previous) announce(words.undone)
    },
    redo() {
      const next = history.redo(newest.current)
      commit(next)
      if (next) announce(words.redone)
    },
    canUndo: steps.past.length > 0,
    canRedo: steps.future.length > 0,
    uploadOf: (id) => uploads.uploads.get(id),
    retryUpload: uploads.retry,
    pictureOf: (id) => uploads.previewOf(id) ?? keyframes.find((keyframe) => keyframe.id === id)?.url ?? null,
    issueOf(place) {
      const found = issues.find(({ path: [field, index] }) => {
        if (place === 'whole')
          return (field === 'imageUrls' || field === 'transitions') && index === undefined
        return 'keyframe' in place
          ? field === 'imageUrls' && index === String(place.keyframe)
          : field === 'transitions' && index === String(place.transition)
      })
      if (!found) return null
      if (place !== 'whole') return found.message
      return `${found.path[0] === 'imageUrls' ? words.keyframes : words.transitions}: ${found.message}`
    },
    announcement,
  }
}

/**
 * Random, not counted: a storyboard that was kept and is opened again has ids of another visit. `crypto.randomUUID` is
 * missing on pages without https.
 */
const newKeyframeId = () => `keyframe-${Math.random().toString(36).slice(2)}`

/** Seconds that a transition may have at most, given the others. */
export function longestDuration({ transitions }: Storyboard, index: number): number {
  return (transitions[index]?.duration ?? 0) + Math.max(0, remainingSeconds(transitions))
}
