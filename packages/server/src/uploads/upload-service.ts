import type { InputIssue, MediaStorage, UploadDescription } from '@pika-kit/core'
import type { UploadService } from '@pika-kit/schema'
import { fileTypeFromBuffer } from 'file-type'
import type { Limits } from '../limits.ts'

/** What the models read. SVG and HTML are not among them: they can carry programs. */
const TYPES = new Set([
  'image/png',
  'image/jpeg',
  'image/webp',
  'image/gif',
  'image/avif',
  'video/mp4',
  'video/webm',
  'video/quicktime',
])

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
        const message = `has ${megabytes(file.size)}, and ${megabytes(limits.uploadBytes)} go through the server: use createUpload`
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
  if (size < 1) return { path: ['size'], code: 'TOO_SMALL', message: 'has no bytes: the file is empty' }
  if (!TYPES.has(contentType)) {
    return {
      path: ['contentType'],
      code: 'WRONG_MEDIA',
      message: `is ${contentType}: send PNG, JPEG, WebP, GIF, AVIF, MP4, WebM or MOV`,
    }
  }
  const isVideo = contentType.startsWith('video/')
  const limit = isVideo ? limits.videoBytes : limits.imageBytes
  if (size > limit)
    return {
      path: ['size'],
      code: 'TOO_BIG',
      message: `has ${megabytes(size)}, and ${megabytes(limit)} is the limit for ${isVideo ? 'a video' : 'an image'}`,
    }
  return null
}

function megabytes(bytes: number): string {
  return `${(bytes / 1024 / 1024).toFixed(bytes < 1024 * 1024 ? 2 : 0)} MB`
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
