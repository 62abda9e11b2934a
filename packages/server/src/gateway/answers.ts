// What fal answers, read as unknown: only what is used, tolerant of more. Shapes: FAL_PROTOCOL 3.3, 4.1, 4.3.
import type { LogLine, ProviderStatus, Video } from '@pika-kit/core'
import { z } from 'zod'

const submitted = z.object({
  // It becomes part of a path.
  request_id: z.string().regex(/^[\w-]{1,200}$/),
  queue_position: z.number().int().min(0).nullish(),
})

/** A reply to a submission; null when it names no request: then nobody knows what was accepted. */
export function readSubmitted(answer: unknown): { requestId: string; queuePosition: number | null } | null {
  const { data } = submitted.safeParse(answer)
  return data ? { requestId: data.request_id, queuePosition: data.queue_position ?? null } : null
}

const logLine = z.object({
  timestamp: z.string().catch(''),
  level: z.string().catch('INFO'),
  message: z.string(),
})

const status = z.object({
  status: z.enum(['IN_QUEUE', 'IN_PROGRESS', 'COMPLETED']),
  queue_position: z.number().int().min(0).nullish().catch(null),
  logs: z.array(z.unknown()).nullish().catch(null),
})

const failed = z.object({
  status: z.literal('COMPLETED'),
  error: z.string().min(1),
  error_type: z.string().optional().catch(undefined),
})

/** A status, by polling or from the stream; null when it is not one. */
export function readStatus(answer: unknown): ProviderStatus | null {
  const { data } = status.safeParse(answer)
  if (!data) return null
  return {
    status: data.status === 'COMPLETED' ? 'FINISHED' : data.status,
    queuePosition: data.queue_position ?? null,
    logs: (data.logs ?? []).flatMap(readLogLine),
  }
}

/** How a request failed, where its status says so; null where it does not: then it may have succeeded. */
export function readStatusFailure(answer: unknown): { error: string; errorType: string | null } | null {
  const { data } = failed.safeParse(answer)
  return data ? { error: data.error, errorType: data.error_type ?? null } : null
}

/** What was billed, in the unit of the model: the header `x-fal-billable-units`; null when fal does not say. */
export function readBillableUnits(headers: Headers): number | null {
  const value = headers.get('x-fal-billable-units')
  return value !== null && /^\d+(\.\d+)?$/.test(value) ? Number(value) : null
}

function readLogLine(line: unknown): LogLine[] {
  const { data } = logLine.safeParse(line)
  return data ? [data] : []
}

const text = z.string().max(2_000).nullish().catch(null)
const size = z.number().int().min(0).nullish().catch(null)
const output = z.object({
  video: z.object({
    url: z.string().max(4_000),
    content_type: text,
    file_name: text,
    file_size: size,
    width: size,
    height: size,
    duration: z.number().min(0).nullish().catch(null),
  }),
})

/**
 * The video of a result; null when it names none, or one that no browser should be sent to: only https, or where
 * `trustedOrigin` (a fal-compatible service that was configured) is the origin.
 */
export function readVideo(answer: unknown, trustedOrigin: string | null): Video | null {
  const { data } = output.safeParse(answer)
  if (!data) return null
  const { video } = data
  if (!URL.canParse(video.url)) return null
  const { protocol, origin } = new URL(video.url)
  if (protocol !== 'https:' && origin !== trustedOrigin) return null
  return {
    url: video.url,
    contentType: video.content_type ?? null,
    fileName: video.file_name ?? null,
    fileSize: video.file_size ?? null,
    width: video.width ?? null,
    height: video.height ?? null,
    duration: video.duration ?? null,
  }
}
