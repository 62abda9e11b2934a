import { useCallback } from 'react'
import { useClient } from 'urql'
import { CreateUpload } from '../graphql/documents.ts'
import type { ResultOf } from '../graphql/graphql.ts'
import { useOwnUpload } from '../provider/PikaProvider.tsx'
import { refusalIn, type ServerMessages, useServerWords } from './useServerWords.ts'

export interface UploadOptions {
  /** Ends the upload; the promise rejects with the signal's reason. */
  signal?: AbortSignal
  /** Called with the part that has arrived, 0 to 1: bytes sent over bytes to send. */
  onProgress?(part: number): void
}

/** Uploads a file and answers the URL to use as an input. Rejects with an `UploadError`, or with the abort's reason. */
export type Upload = (file: File, options?: UploadOptions) => Promise<{ url: string }>

/** Why a file did not arrive; the message is for people. */
export class UploadError extends Error {
  override readonly name = 'UploadError'
}

type Ticket = Extract<ResultOf<typeof CreateUpload>['createUpload'], { __typename: 'UploadTicket' }>

/** Uploads straight to storage: the server gives a ticket, the browser puts the bytes where the ticket says. */
export function useUpload(): Upload {
  const client = useClient()
  const own = useOwnUpload()
  const words = useServerWords()
  const byTicket = useCallback<Upload>(
    async (file, { signal, onProgress } = {}) => {
      signal?.throwIfAborted()
      const input = {
        fileName: file.name,
        contentType: file.type || 'application/octet-stream',
        size: file.size,
      }
      const { data, error } = await client.mutation(CreateUpload, { input }).toPromise()
      signal?.throwIfAborted()
      const ticket = data?.createUpload
      if (ticket?.__typename === 'InvalidInputError') throw new UploadError(uploadIssueIn(words, ticket))
      if (ticket?.__typename !== 'UploadTicket') {
        throw new UploadError(refusalIn(words, ticket, error))
      }
      await put(ticket, file, words, { signal, onProgress })
      return { url: ticket.fileUrl }
    },
    [client, words],
  )
  return own ?? byTicket
}

/** What the server does not take about a file, by the code of the first issue. */
function uploadIssueIn(
  words: ServerMessages,
  { issues: [issue], message }: { issues: readonly { code: string; message: string }[]; message: string },
): string {
  return issue ? (words.uploads[issue.code] ?? issue.message) : message
}

/** XMLHttpRequest, since fetch tells nothing of the progress of a body. */
function put(
  ticket: Ticket,
  file: File,
  words: ServerMessages,
  { signal, onProgress }: { [Key in keyof UploadOptions]: UploadOptions[Key] | undefined },
): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open(ticket.method, ticket.uploadUrl)
    for (const { name, value } of ticket.headers) request.setRequestHeader(name, value)
    request.upload.addEventListener(
      'progress',
      (event) => event.lengthComputable && onProgress?.(event.loaded / event.total),
    )
    request.addEventListener('load', () => {
      if (request.status >= 200 && request.status < 300) resolve()
      else reject(new UploadError(words.storageRefused(request.status)))
    })
    request.addEventListener('error', () => reject(new UploadError(words.uploadBroke)))
    signal?.addEventListener('abort', () => {
      request.abort()
      reject(signal.reason as Error)
    })
    request.send(file)
  })
}
