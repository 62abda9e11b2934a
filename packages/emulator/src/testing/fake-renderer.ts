import { stat, writeFile } from 'node:fs/promises'
import type { Renderer } from '../queue/draft-runner.ts'

/** A renderer for tests of the queue: every file is a picture of one pixel, every video eleven bytes. */
export function fakeRenderer({ waits = false } = {}): Renderer & { rendered: number } {
  const fake = {
    rendered: 0,
    async probeMedia(file: string) {
      await stat(file)
      return { kind: 'image' as const, width: 1, height: 1, contentType: 'image/png' }
    },
    async renderDraft({ out, signal, onProgress }: Parameters<Renderer['renderDraft']>[0]) {
      if (waits) {
        await new Promise((_, reject) =>
          signal?.addEventListener('abort', () => reject(signal.reason as Error)),
        )
      }
      onProgress?.({ frame: 24, frames: 48, note: 'transition 1 of 1' })
      onProgress?.({ frame: 48, frames: 48 })
      await writeFile(out, 'not a video')
      fake.rendered += 1
      return { width: 1280, height: 720, duration: 2, fileSize: 11 }
    },
  }
  return fake
}
