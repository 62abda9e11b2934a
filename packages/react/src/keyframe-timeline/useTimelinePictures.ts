import {
  DEFAULT_MEDIA_BYTES,
  insertKeyframes,
  type Keyframe,
  MAXIMUM_KEYFRAMES,
  mediaFileProblem,
  replaceKeyframe,
  type Storyboard,
} from '@pika-kit/core'
import { type Upload, UploadError } from '../hooks/useUpload.ts'
import { inspectMedia } from '../media-input/inspectMedia.ts'
import { type UploadState, useMediaUploads } from '../media-input/useMediaUploads.ts'
import { mediaWords } from '../messages/english/media.ts'
import { timelineWords } from '../messages/english/timeline.ts'
import { useWords } from '../messages/useWords.ts'
import { newKeyframeId } from './newKeyframeId.ts'
import type { StoryboardSteps } from './useStoryboardSteps.ts'

export interface TimelinePictures {
  addFiles(files: readonly File[], at: number): void
  addUrl(url: string, at: number): string | null
  /** Answers the id of what stands there now; null when the file was refused. */
  replaceFile(id: string, file: File): string | null
  uploadOf(id: string): UploadState | undefined
  retryUpload(id: string): void
  pictureOf(keyframe: Keyframe): string | null
}

/** Brings pictures into a storyboard: says by name which of them cannot be taken and why, and uploads the others. */
export function useTimelinePictures(
  steps: StoryboardSteps,
  { upload, maximumFileSize }: { upload: Upload; maximumFileSize: number },
  tell: (lines: readonly string[], refused: readonly string[]) => void,
): TimelinePictures {
  const words = useWords(timelineWords)
  const media = useWords(mediaWords)
  const rules = { kind: 'image', maximumFileSize } as const
  const uploads = useMediaUploads(async (file, options) => {
    // Its place is taken at once; what its bytes say comes a moment later, and stands where a failed upload does.
    const found = await inspectMedia(file, rules)
    if (found.ok) return upload(found.file, options)
    throw new UploadError(media.refused(file.name, media.problem(found.problem)))
  }, steps.setUrl)
  const room = () => MAXIMUM_KEYFRAMES - steps.newest().keyframes.length
  const insert = (keyframes: readonly Keyframe[], at: number) =>
    steps.edit((known: Storyboard) => insertKeyframes(known, at, keyframes))
  const added = (count: number) => (count > 0 ? [words.added(count, steps.newest().keyframes.length)] : [])
  const whyNot = (file: File): string | null => {
    // A file that claims nothing is looked into.
    const claimed = { type: file.type || 'image/png', bytes: file.size }
    const limits = { ...DEFAULT_MEDIA_BYTES, image: maximumFileSize }
    const problem = mediaFileProblem(claimed, { kind: 'image', limits })
    return problem && media.refused(file.name, media.problem(problem))
  }

  return {
    addFiles(files, at) {
      const refused = files.map(whyNot).filter((reason) => reason !== null)
      const pictures = files.filter((file) => whyNot(file) === null)
      const taken = pictures
        .slice(0, Math.max(room(), 0))
        .map((file) => ({ file, keyframe: { id: newKeyframeId(), url: null, name: file.name } }))
      insert(
        taken.map(({ keyframe }) => keyframe),
        at,
      )
      for (const { file, keyframe } of taken) uploads.start(keyframe.id, file)
      const tooMany = pictures.slice(taken.length).map(({ name }) => words.noRoomFor(name))
      tell(added(taken.length), [...refused, ...tooMany])
    },
    addUrl(url, at) {
      if (room() < 1) {
        tell([], [words.full])
        return null
      }
      const id = newKeyframeId()
      insert([{ id, url }], at)
      tell(added(1), [])
      return id
    },
    replaceFile(id, file) {
      const reason = whyNot(file)
      if (reason !== null) {
        tell([], [reason])
        return null
      }
      const place = steps.newest().keyframes.findIndex((keyframe) => keyframe.id === id)
      const keyframe = { id: newKeyframeId(), url: null, name: file.name }
      steps.edit((known) => replaceKeyframe(known, id, keyframe))
      // The upload of the old file goes on: undo must find it whole.
      uploads.start(keyframe.id, file)
      tell([words.replaced(place + 1)], [])
      return keyframe.id
    },
    uploadOf: (id) => uploads.uploads.get(id),
    retryUpload: uploads.retry,
    pictureOf: ({ id, url }) => uploads.previewOf(id) ?? url,
  }
}
