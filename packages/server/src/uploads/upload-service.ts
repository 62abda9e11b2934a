import {
  describeMediaProblem,
  fileSize,
  type InputIssue,
  mediaFileProblem,
  type MediaFileProblem,
  type MediaStorage,
  type UploadDescription,
} from '@pika-kit/core'
import type { UploadService } from '@pika-kit/schema'
import { fileTypeFromBuffer } from 'file-type'
import type { Limits } from '../limits.ts'

/** Takes files in within the limits, by ticket or through the server. */
export function createUploadService(storage: MediaStorage, limits: Limits): UploadService {
  return {
    async createTicket(_viewerId, upload) {
      const cleaned = {
        ...upload,
        fileName: cleanName(upload.fileName),
        contentType: bareType(upload.contentType),
      }
      const issue = problemOf(cleaned, limits)
      if (issue) return { type: 'invalid-input', issues: [issue] }
      return { type: 'ok', ticket: await storage.createTicket(cleaned) }
    },
    async store(_viewerId, file) {
      if (file.size > limits.uploadBytes) {
        const message = `has ${fileSize(file.size)}, and ${fileSize(limits.uploadBytes)} go through the server: use createUpload`
        return { type: 'invalid-input', issues: [{ path: ['file'], code: 'TOO_BIG', message }] }
      }
      const bytes = new Uint8Array(await file.arrayBuffer())
      // What it is, not what it claims to be.
      const contentType = (await fileTypeFromBuffer(bytes))?.mime ?? 'application/octet-stream'
      const upload = { fileName: cleanName(file.name), contentType, size: bytes.byteLength }
      const issue = problemOf(upload, limits)
      if (issue) return { type: 'invalid-input', issues: [{ ...issue, path: ['file'] }] }
      const { url } = await storage.store(upload, bytes)
      return { type: 'ok', url, ...upload }
    },
  }
}

function problemOf({ contentType, size }: UploadDescription, limits: Limits): InputIssue | null {
  const problem = mediaFileProblem(
    { type: contentType, bytes: size },
    { limits: { image: limits.imageBytes, video: limits.videoBytes } },
  )
  return problem && { ...PLACES[problem.code], message: describeMediaProblem(problem) }
}

/** Where each problem of a file stands in the input, and its code of the contract. */
const PLACES: Record<MediaFileProblem['code'], Omit<InputIssue, 'message'>> = {
  EMPTY: { path: ['size'], code: 'TOO_SMALL' },
  WRONG_TYPE: { path: ['contentType'], code: 'WRONG_MEDIA' },
  TOO_LARGE: { path: ['size'], code: 'TOO_BIG' },
}

function bareType(contentType: string): string {
  return (contentType.split(';')[0] ?? '').trim().toLowerCase()
}

/** The last part of a path, in letters that any storage takes. */
function cleanName(fileName: string): string {
  const base = fileName.split(/[/\\]/).at(-1) ?? ''
  return (
    base
      .replace(/[^\p{L}\p{N}._-]+/gu, '-')
      .replace(/^[.-]+/, '')
      .slice(-100) || 'file'
  )
}
