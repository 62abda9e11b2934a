import type { Generations, InputIssue, UploadDescription, UploadTicket, Video } from '@pika-kit/core'

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

/** Where a video can be had at this moment: an archived one has a key, and its address depends on who serves it. */
export interface VideoUrls {
  urlOf(video: Video): Promise<string>
  /** The same video, with the wish that a browser saves it. */
  downloadUrlOf(video: Video): Promise<string>
}

/** What every resolver gets. The schema does nothing itself: it calls what is in here. */
export interface PikaContext {
  viewer: Viewer
  generations: Generations
  uploads: UploadService
  /** Left out where nothing is archived: then a video is where the provider has it. */
  videos?: VideoUrls | undefined
}
