import type { Video } from '@pika-kit/core'
import type { VideoUrls } from '@pika-kit/schema'
import type { OpenArchive } from './open-archive.ts'

/**
 * The addresses of videos for someone who reaches this server at `base`. Without an archive (left out, or turned off
 * since), and for a video that is not in it, the provider's link is all there is; so it is where `base` is not known.
 */
export function createVideoUrls(opened: OpenArchive | null, base: string | null): VideoUrls {
  const resolve = async (video: Video, isDownload: boolean) => {
    const { archiveKey } = video
    if (opened === null || archiveKey === undefined) return video.url
    return (await opened.urlOf({ ...video, archiveKey }, base, isDownload)) ?? video.url
  }
  return {
    urlOf: (video) => resolve(video, false),
    downloadUrlOf: (video) => resolve(video, true),
  }
}
