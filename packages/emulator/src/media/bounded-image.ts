import { fork } from 'node:child_process'
import { MediaError, type MediaProbe } from '../render/index.ts'

/**
 * Pixels. A larger image is scaled down to this before anything draws with it: each drawing thread decodes every image of
 * a request for itself, and five of 50 megapixels took 1 GB on two threads.
 */
export const MOST_DRAWN_PIXELS = 8_000_000
/** Real milliseconds. 50 megapixels took under two seconds. */
const TIMEOUT_MS = 30_000

/**
 * The file to draw an image from: the given one, or for a large image a smaller copy at `copy`, upright. The large one is
 * decoded in a process of its own, which can be killed in the middle (a thread in native code cannot) and takes its memory
 * with it. Throws a `MediaError` of type `image_load_error`; rejects when `signal` is aborted.
 */
export async function boundedImage(
  file: string,
  { kind, width, height, contentType }: MediaProbe,
  copy: string,
  signal: AbortSignal,
): Promise<string> {
  if (kind !== 'image' || width * height <= MOST_DRAWN_PIXELS) return file
  // In the sources the program is TypeScript too; in dist it is an entry of its own.
  const isSource = import.meta.url.endsWith('.ts')
  const program = new URL(isSource ? './shrink-image.ts' : './media/shrink-image.js', import.meta.url)
  const child = fork(program, [file, copy, contentType, String(MOST_DRAWN_PIXELS)], {
    execArgv: isSource ? ['--disable-warning=ExperimentalWarning'] : [],
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    killSignal: 'SIGKILL',
    timeout: TIMEOUT_MS,
    signal,
  })
  // An abort is an error of the child, before it is gone: it must not write any more when its folder is removed.
  child.on('error', () => undefined)
  let why = 'it is broken, or decoding it took too long'
  child.on('message', (message: string) => (why = message))
  const code = await new Promise<number | null>((resolve) => void child.once('close', resolve))
  signal.throwIfAborted()
  if (code !== 0) throw new MediaError('image_load_error', `the image cannot be decoded: ${why}`)
  return copy
}
