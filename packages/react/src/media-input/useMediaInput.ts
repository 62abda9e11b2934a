import { DEFAULT_MEDIA_BYTES, type MediaKind, type MediaProblem, mediaUrlProblem } from '@pika-kit/core'
import { useEffect, useRef, useState } from 'react'
import type { Upload } from '../hooks/useUpload.ts'
import { useAnnouncer } from '../internals/Announcer.tsx'
import { mediaWords } from '../messages/english/media.ts'
import { useWords } from '../messages/useWords.ts'
import { inspectMedia } from './inspectMedia.ts'
import { addressOf } from './mediaFiles.ts'
import { detailsOfUrl, idsOf, type MediaDetails, type MediaItem } from './mediaItems.ts'
import { type UseCamera, useCamera } from './useCamera.ts'
import { useMediaItems } from './useMediaItems.ts'
import { type UploadState, useMediaUploads } from './useMediaUploads.ts'

interface CommonOptions {
  /** Which kind of media. */
  kind: MediaKind
  /** Brings a file to where its address is; see `useUpload`. */
  upload: Upload
  /** Of one file; 32 MB for a picture and 256 MB for a video by default, which is what a server takes by default. */
  maximumFileSize?: number | undefined
  /** Of a video; any length by default. */
  maximumSeconds?: number | undefined
  /** Where `multiple`, how many may be taken; ten by default. */
  maximumItems?: number | undefined
  /** Nothing can be changed, and a native form leaves it out. False by default. */
  isDisabled?: boolean | undefined
  /** Shows what there is, and changes nothing. */
  isReadOnly?: boolean | undefined
}

/** One medium: its address, public, a data URI, or of an upload. Null is empty. */
export interface SingleMedia {
  /** Whether several may be taken. False by default. */
  multiple?: false
  /** The address of what is there. Leave it out and the input holds it itself. */
  value?: string | null
  /** What is there at first; nothing by default. */
  defaultValue?: string | null
  /** Told once a file has arrived, an address was given, or it was emptied. */
  onChange?(url: string | null): void
}

/** Several media, in their order. */
export interface MultipleMedia {
  /** Whether several may be taken. False by default. */
  multiple: true
  /** The addresses of what is there. Leave them out and the input holds them itself. */
  value?: readonly string[]
  /** What is there at first; nothing by default. */
  defaultValue?: readonly string[]
  /** Told all that are there, in their order. */
  onChange?(urls: readonly string[]): void
}

export type UseMediaInputOptions = CommonOptions & (SingleMedia | MultipleMedia)

/** One medium, as it is shown. */
export interface MediaEntry extends MediaItem {
  /** Where its picture is: of a file, in the memory of this page. */
  shownUrl: string | null
  /** While it is on its way, and when it did not arrive. */
  upload: UploadState | null
}

/** A file that was not taken, and why. */
export interface MediaRefusal {
  name: string
  problem: MediaProblem | { code: 'NO_ROOM'; maximum: number }
}

/** What the parts of a `MediaInput` share. */
export interface UseMediaInput {
  kind: MediaKind
  isMultiple: boolean
  isDisabled: boolean
  isReadOnly: boolean
  entries: readonly MediaEntry[]
  /** How many more fit. One that is there is replaced where only one may be. */
  room: number
  /** Of several, how many may be taken. */
  maximum: number
  /** Of one file. */
  maximumFileSize: number
  /** Files are being looked into before they are sent. */
  isChecking: boolean
  refusals: readonly MediaRefusal[]
  dismissRefusals(): void
  /** Behind what is there; where only one may be, in its place. What cannot be taken is refused by name. */
  addFiles(files: readonly File[]): Promise<void>
  /** Answers what is wrong with the address; null when nothing is. One that finds no room is refused as files are. */
  addAddress(text: string): MediaProblem | null
  /** Files or an address that were dropped or pasted. False when there was neither. */
  addTransfer(transfer: DataTransfer | null): boolean
  replaceFile(id: string, file: File): Promise<void>
  retry(id: string): void
  /** Ends an upload, or forgets one that failed. What was there before comes back. */
  giveUp(id: string): void
  remove(id: string): void
  /** What was removed just now; `putBack` takes the removal back. */
  removed: MediaItem | null
  putBack(): void
  move(id: string, to: number): void
  /** What its preview found out about a medium. */
  describe(id: string, details: Partial<MediaDetails>): void
  /** Back to the default value, as a native form does on reset. */
  reset(): void
  camera: UseCamera
  /** To be spoken politely; see `MediaInput.Root`. */
  announce(words: string): void
  announcement: string
}

/** The state of a media input, without any markup: checks, uploads, order, camera, and what is spoken. */
export function useMediaInput(options: UseMediaInputOptions): UseMediaInput {
  const { kind, upload, maximumFileSize, maximumSeconds, isDisabled = false, isReadOnly = false } = options
  const words = useWords(mediaWords)
  const { announce, announcement } = useAnnouncer()
  const isMultiple = options.multiple === true
  const maximum = isMultiple ? (options.maximumItems ?? 10) : 1
  const isFixed = isDisabled || isReadOnly
  const defaultUrls = listOf(options.defaultValue) ?? []
  const { state, newest, step, newId } = useMediaItems(listOf(options.value), defaultUrls, (urls) => {
    if (options.multiple) options.onChange?.(urls)
    else options.onChange?.(urls[0] ?? null)
  })
  const named = (details: MediaDetails | undefined) => details?.name ?? words.unnamed[kind]
  const nameOf = (id: string) => named(newest().items.find((item) => item.id === id)?.details)
  const { uploads, start, retry, previewOf, keepOnly } = useMediaUploads(upload, (id, url) => {
    if (newest().items.some((item) => item.id === id)) announce(words.arrived(nameOf(id)))
    step({ type: 'arrive', id, url })
  })
  const camera = useCamera()
  const [refusals, setRefusals] = useState<readonly MediaRefusal[]>([])
  const [checks, setChecks] = useState(0)
  const isMounted = useIsMounted()

  // What left the list is not sent on, and its picture is let go of.
  useEffect(() => keepOnly(idsOf(state)), [state, keepOnly])

  const room = () => maximum - newest().items.length
  const inspect = async (files: readonly File[]) => {
    setRefusals([])
    setChecks((count) => count + 1)
    const results = await Promise.all(
      files.map(async (file) => ({
        file,
        result: await inspectMedia(file, { kind, maximumFileSize, maximumSeconds }),
      })),
    )
    if (!isMounted()) return []
    setChecks((count) => count - 1)
    return results.flatMap(({ file, result }) => {
      if (result.ok) return [{ file: result.file, details: result.details }]
      refuse(file.name, result.problem)
      return []
    })
  }
  const refuse = (name: string, problem: MediaRefusal['problem']) =>
    setRefusals((known) => [...known, { name, problem }])
  const put = (taken: readonly { file: File; details: MediaDetails }[], inPlaceOf: string | undefined) => {
    const items = taken.map(({ details }) => ({ id: newId(), url: null, details }))
    const [first] = items
    if (inPlaceOf !== undefined && first) step({ type: 'replace', id: inPlaceOf, item: first })
    else step({ type: 'add', items })
    for (const [index, { file }] of taken.entries()) start(items[index]?.id ?? '', file)
  }
  const addFiles = async (files: readonly File[]) => {
    if (isFixed) return
    const taken = await inspect(files)
    const place = isMultiple ? undefined : newest().items[0]?.id
    const fitting = taken.slice(0, isMultiple ? Math.max(0, room()) : 1)
    put(fitting, place)
    for (const { file } of taken.slice(fitting.length)) refuse(file.name, { code: 'NO_ROOM', maximum })
    const [one] = fitting
    if (one)
      announce(isMultiple ? words.added(fitting.length, newest().items.length) : words.taken(one.file.name))
  }
  const addAddress = (text: string): MediaProblem | null => {
    const url = text.trim()
    const problem = mediaUrlProblem(url, kind)
    if (problem || isFixed) return problem
    setRefusals([])
    const item = { id: newId(), url, details: detailsOfUrl(url) }
    const place = isMultiple ? undefined : newest().items[0]?.id
    if (place === undefined && room() < 1) {
      refuse(named(item.details), { code: 'NO_ROOM', maximum })
      return null
    }
    step(place === undefined ? { type: 'add', items: [item] } : { type: 'replace', id: place, item })
    announce(isMultiple ? words.added(1, newest().items.length) : words.taken(named(item.details)))
    return null
  }

  return {
    kind,
    isMultiple,
    isDisabled,
    isReadOnly,
    entries: state.items.map((item) => ({
      ...item,
      shownUrl: previewOf(item.id) ?? item.url,
      upload: uploads.get(item.id) ?? null,
    })),
    room: maximum - state.items.length,
    maximum,
    maximumFileSize: maximumFileSize ?? DEFAULT_MEDIA_BYTES[kind],
    isChecking: checks > 0,
    refusals,
    dismissRefusals: () => setRefusals([]),
    addFiles,
    addAddress,
    addTransfer(transfer) {
      if (isFixed) return false
      const files = [...(transfer?.files ?? [])]
      if (files.length > 0) {
        void addFiles(files)
        return true
      }
      const address = addressOf(transfer)
      if (address === null) return false
      const problem = addAddress(address)
      if (problem) refuse(shortened(address), problem)
      return true
    },
    async replaceFile(id, file) {
      if (isFixed) return
      const taken = await inspect([file])
      if (taken.length === 0 || !newest().items.some((item) => item.id === id)) return
      put(taken, id)
      announce(words.taken(file.name))
    },
    retry,
    giveUp(id) {
      announce(words.givenUp(nameOf(id)))
      step({ type: 'give-up', id })
    },
    remove(id) {
      setRefusals([])
      const name = nameOf(id)
      step({ type: 'remove', id })
      announce(isMultiple ? words.removed(name, newest().items.length) : words.cleared(name))
    },
    removed: state.removed?.item ?? null,
    putBack() {
      const name = named(state.removed?.item.details)
      step({ type: 'put-back' })
      announce(words.isBack(name))
    },
    move(id, to) {
      const name = nameOf(id)
      step({ type: 'move', id, to })
      const place = newest().items.findIndex((item) => item.id === id)
      announce(words.moved(name, place + 1, newest().items.length))
    },
    describe: (id, details) => step({ type: 'describe', id, details }),
    reset: () => step({ type: 'adopt', urls: defaultUrls, newId }),
    camera,
    announce,
    announcement,
  }
}

function useIsMounted(): () => boolean {
  const isMounted = useRef(true)
  useEffect(() => {
    isMounted.current = true
    return () => void (isMounted.current = false)
  }, [])
  return () => isMounted.current
}

function listOf(value: string | null | undefined | readonly string[]): readonly string[] | undefined {
  if (value === undefined) return undefined
  if (value === null) return []
  return typeof value === 'string' ? [value] : value
}

/** A data URI is too long to be a name. */
function shortened(address: string): string {
  return address.length > 40 ? `${address.slice(0, 40)}…` : address
}
