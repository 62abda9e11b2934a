import type { Generations, InputIssue, UploadDescription, UploadTicket } from '@pika-kit/core'

/** Who is asking, as `authenticate` found. */
export interface Viewer {
  id: string
}

/** How a request to upload ended; only `ok` stored or promised anything. */
export type UploadResult<Value> =
  | ({ type: 'ok' } & Value)
  | { type: 'invalid-input'; issues: InputIssue[] }
  | { type: 'limit-exceeded'; message: string }

/** Takes files in, with the limits of the server. */
export interface UploadService {
  createTicket(viewerId: string, upload: UploadDescription): Promise<UploadResult<{ ticket: UploadTicket }>>
  store(
    viewerId: string,
    file: File,
  ): Promise<UploadResult<{ url: string; contentType: string; fileName: string; size: number }>>
}

/** What every resolver gets. The schema does nothing itself: it calls what is in here. */
export interface PikaContext {
  viewer: Viewer
  generations: Generations
  uploads: UploadService
}
