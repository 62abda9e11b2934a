// A process of its own: the emulator, behind a door that plays the faults that come before it. It prints its address.
import { readFile, writeFile } from 'node:fs/promises'
import { createEmulator, MediaError, type Renderer } from '@pika-kit/emulator'
import { openDoor } from './door.ts'
import { programOptions } from './program.ts'
import type { ProviderOptions } from './provider.ts'

const {
  seed,
  directory,
  hasStorms = false,
  speed = 20,
  concurrency = 8,
} = programOptions() as ProviderOptions

/** The first box of an MP4 in place of all of it: what is tested is who pays and what is lost. */
const VIDEO = Buffer.from('\0\0\0\x18ftypisom\0\0\x02\0isomiso2', 'latin1')

const renderer: Renderer = {
  async probeMedia(file) {
    if (!(await readFile(file, 'latin1')).startsWith('\x89PNG'))
      throw new MediaError('image_load_error', 'the file is not an image')
    return { kind: 'image', width: 1280, height: 720, contentType: 'image/png' }
  },
  async renderDraft({ out, onProgress }) {
    onProgress?.({ frame: 1, frames: 1 })
    await writeFile(out, VIDEO)
    return { width: 1280, height: 720, duration: 5, fileSize: VIDEO.length }
  },
}

const door = await openDoor(hasStorms ? seed : null)
const emulator = await createEmulator({
  seed,
  speed,
  concurrency,
  renderer,
  publicUrl: door.url,
  dataDir: directory,
})
door.leadTo(emulator.url)
process.stdout.write(`${door.url}\n`)

process.once('SIGTERM', () => {
  door.close()
  void emulator.close().then(() => process.exit(0))
})
