import { useCallback, useEffect, useRef, useState } from 'react'
import type { Upload } from '../hooks/useUpload.ts'
import { useLatest } from '../internals/useLatest.ts'

/** A file on its way. */
export interface UploadState {
  file: File
  /** Shows the file before it has arrived. */
  previewUrl: string
  /** Part of the bytes sent, 0 to 1. */
  part: number
  /** Why it did not arrive; null while it is on its way. */
  error: string | null
}

/** What `useMediaUploads` answers. Uploads have the id of what they are for. */
export interface MediaUploads {
  uploads: ReadonlyMap<string, UploadState>
  start(id: string, file: File): void
  retry(id: string): void
  /** Ends an upload, or forgets one that failed. */
  forget(id: string): void
  /** Pictures of files that arrived, so that they need not be fetched again. */
  previewOf(id: string): string | undefined
  /** Ends every upload, and lets go of every picture, of what is not among these. */
  keepOnly(ids: ReadonlySet<string>): void
}

/** Uploads of one component: side by side, each with its progress, its failure and its retry. All end with the component. */
export function useMediaUploads(upload: Upload, onDone: (id: string, url: string) => void): MediaUploads {
  const [uploads, setUploads] = useState<ReadonlyMap<string, UploadState>>(new Map())
  const controllers = useRef(new Map<string, AbortController>())
  const previews = useRef(new Map<string, string>())
  const done = useLatest(onDone)

  useEffect(() => {
    const running = controllers.current
    const shown = previews.current
    return () => {
      for (const controller of running.values()) controller.abort()
      for (const url of shown.values()) URL.revokeObjectURL(url)
      running.clear()
      shown.clear()
    }
  }, [])

  const change = useCallback((id: string, next: (known: UploadState) => UploadState | null) => {
    setUploads((known) => {
      const state = known.get(id)
      if (!state) return known
      const changed = next(state)
      const result = new Map(known)
      if (changed) result.set(id, changed)
      else result.delete(id)
      return result
    })
  }, [])

  const start = useCallback(
    (id: string, file: File) => {
      controllers.current.get(id)?.abort()
      const controller = new AbortController()
      controllers.current.set(id, controller)
      const known = previews.current.get(id)
      if (known) URL.revokeObjectURL(known)
      const previewUrl = URL.createObjectURL(file)
      previews.current.set(id, previewUrl)
      setUploads((all) => new Map(all).set(id, { file, previewUrl, part: 0, error: null }))
      upload(file, {
        signal: controller.signal,
        onProgress: (part) => change(id, (state) => ({ ...state, part })),
      }).then(
        ({ url }) => {
          if (controller.signal.aborted) return
          change(id, () => null)
          done.current(id, url)
        },
        (error: unknown) => {
          if (controller.signal.aborted) return
          change(id, (state) => ({ ...state, error: error instanceof Error ? error.message : String(error) }))
        },
      )
    },
    [upload, change, done],
  )
  const retry = useCallback(
    (id: string) => {
      const state = uploads.get(id)
      if (state) start(id, state.file)
    },
    [uploads, start],
  )
  const forget = useCallback(
    (id: string) => {
      controllers.current.get(id)?.abort()
      change(id, () => null)
    },
    [change],
  )
  const previewOf = useCallback((id: string) => previews.current.get(id), [])
  const keepOnly = useCallback(
    (ids: ReadonlySet<string>) => {
      for (const id of controllers.current.keys()) {
        if (ids.has(id)) continue
        forget(id)
        controllers.current.delete(id)
      }
      for (const [id, url] of previews.current) {
        if (ids.has(id)) continue
        URL.revokeObjectURL(url)
        previews.current.delete(id)
      }
    },
    [forget],
  )
  return { uploads, start, retry, forget, previewOf, keepOnly }
}
