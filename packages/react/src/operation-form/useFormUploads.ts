import { useCallback, useRef, useState } from 'react'
import type { Upload } from '../hooks/useUpload.ts'
import { useLatest } from '../internals/useLatest.ts'

export interface FormUploads {
  /** Names of fields whose files are on their way, also between two renders. */
  uploading(): readonly string[]
  /** The same as of this render. */
  shown: readonly string[]
  /** The upload of a field; stays the same. */
  uploadOf(name: string): Upload
}

/** Knows which fields wait for a file: nothing is generated without it. */
export function useFormUploads(upload: Upload): FormUploads {
  const newest = useLatest(upload)
  const running = useRef(new Map<string, number>())
  const uploads = useRef(new Map<string, Upload>())
  const [shown, setShown] = useState<readonly string[]>([])

  const uploading = useCallback(
    () => [...running.current].flatMap(([name, many]) => (many > 0 ? [name] : [])),
    [],
  )
  const uploadOf = useCallback(
    (name: string): Upload => {
      const known = uploads.current.get(name)
      if (known) return known
      const move = (by: 1 | -1) => {
        running.current.set(name, (running.current.get(name) ?? 0) + by)
        setShown(uploading())
      }
      const counted: Upload = async (file, options = {}) => {
        let isOver = false
        const end = () => {
          if (!isOver) move(-1)
          isOver = true
        }
        move(1)
        // An upload that was given up is over, whether or not it listens to its signal.
        options.signal?.addEventListener('abort', end, { once: true })
        try {
          return await newest.current(file, options)
        } finally {
          end()
        }
      }
      uploads.current.set(name, counted)
      return counted
    },
    [uploading, newest],
  )
  return { uploading, shown, uploadOf }
}
