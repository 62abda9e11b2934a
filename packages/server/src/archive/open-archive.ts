import type { Video, VideoArchive } from '@pika-kit/core'
import { createDiskStorage } from './disk-storage.ts'
import { createS3Storage, type S3Options } from './s3-storage.ts'
import { serveVideo } from './serve-video.ts'
import { createVideoArchive, type VideoArchiveOptions } from './video-archive.ts'

/** Where finished videos are kept: a folder that this server serves them from, or a bucket of a service that speaks S3. */
export type ArchiveLocation = { directory: string } | { s3: S3Options }

export interface OpenArchive {
  archive: VideoArchive
  /**
   * The address of an archived video at this moment. `base` is where the viewer reaches this server; null where that is
   * not known, and where it is needed, too. A download is the same video with the wish that the browser saves it.
   */
  urlOf(
    video: Video & { archiveKey: string },
    base: string | null,
    isDownload: boolean,
  ): Promise<string | null>
  /** Answers `/videos/…`; null where this archive serves nothing there. */
  serve(request: Request): Promise<Response | null>
}

const VIDEO_PATH = /^\/videos\/([\w-]+)\/[\w.-]+$/

/** Opens the archive of a location. Throws where its folder cannot be made. */
export function openArchive(
  location: ArchiveLocation,
  options: Omit<VideoArchiveOptions, 'storage'>,
): OpenArchive {
  if ('s3' in location) {
    const storage = createS3Storage(location.s3)
    return {
      archive: createVideoArchive({ ...options, storage }),
      urlOf: (video, _base, isDownload) => storage.urlOf(video.archiveKey, isDownload ? nameOf(video) : null),
      serve: async () => null,
    }
  }
  const storage = createDiskStorage(location.directory)
  return {
    archive: createVideoArchive({ ...options, storage }),
    urlOf: async (video, base, isDownload) =>
      base && `${base}/videos/${video.archiveKey}/${nameOf(video)}${isDownload ? '?download' : ''}`,
    async serve(request) {
      const key = VIDEO_PATH.exec(new URL(request.url).pathname)?.[1]
      const path = key === undefined ? null : storage.pathOf(key)
      return path === null ? null : serveVideo(request, path)
    },
  }
}

const EXTENSIONS: Readonly<Record<string, string>> = {
  'video/mp4': '.mp4',
  'video/webm': '.webm',
  'video/quicktime': '.mov',
}

/** A name to save a video by: letters that any system and any header takes. */
function nameOf({ fileName, contentType }: Video): string {
  const base = (fileName ?? '')
    .replace(/\.\w+$/, '')
    .replace(/[^\w-]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60)
  return `${base || 'video'}${EXTENSIONS[contentType ?? ''] ?? '.mp4'}`
}
