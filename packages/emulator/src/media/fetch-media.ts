import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { MediaError } from '../render/index.ts'
import { download, type DownloadOptions, tooLarge } from './download.ts'

/** Where media may come from, and its bounds. */
export interface MediaSource extends Omit<DownloadOptions, 'signal'> {
  /** The file behind a URL of the emulator's own storage: undefined for another's URL, null where nothing is stored. */
  localFile(url: string): string | undefined | null
}

/**
 * Brings one input file to disk: from a data URI, the own storage or the network. Answers its path; `directory` is the
 * caller's to remove. Throws a `MediaError`.
 */
export async function fetchMedia(
  url: string,
  {
    directory,
    name,
    source,
    signal,
  }: { directory: string; name: string; source: MediaSource; signal: AbortSignal },
): Promise<string> {
  const file = join(directory, name)
  if (url.startsWith('data:')) {
    const bytes = Buffer.from(url.slice(url.indexOf(',') + 1), 'base64')
    if (bytes.length === 0) throw new MediaError('file_download_error', 'the data URI is empty or broken')
    if (bytes.length > source.maximumSize) throw tooLarge(source.maximumSize, 'data:')
    await writeFile(file, bytes)
    return file
  }
  const local = source.localFile(url)
  if (local === null)
    throw new MediaError('file_download_error', 'no such file was uploaded, or it has expired', { url })
  if (local !== undefined) return local
  await download(url, file, { ...source, signal })
  return file
}
