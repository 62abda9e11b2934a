// The files that the emulator must survive, for its tests and for the table in its README.
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { animatedPng, cmykJpeg, flatPng, gif, jpegWithExif, profileBomb } from './hostile-images.ts'
import { turnedClockwise, withBrokenIndex, writeAudio, writeVideo } from './hostile-videos.ts'

/** One of them. */
export interface HostileFile {
  /** What is wrong, or odd, about it. */
  what: string
  kind: 'image' | 'video'
  path: string
  /** fal's error type; undefined for what is odd and yet taken. */
  refusedAs?: string
}

/** Writes them all to a folder. */
export async function writeHostileMedia(directory: string): Promise<HostileFile[]> {
  const plain = join(directory, 'plain.mp4')
  await writeVideo(plain)
  const video = await readFile(plain)
  const lateIndex = join(directory, 'late.mp4')
  await writeVideo(lateIndex, { isFastStart: false })
  const png = flatPng(400, 300)
  const brokenPixels = Buffer.from(png)
  brokenPixels.fill(0x55, 41, png.length - 20)
  const webp = Buffer.from('RIFF\xff\xff\0\0WEBPVP8X\x0a\0\0\0\0\0\0\0\x10\0\0\x10\0\0', 'latin1')

  const images: [what: string, bytes: Buffer, refusedAs?: string][] = [
    ['no byte at all', Buffer.alloc(0), 'image_load_error'],
    ['HTML named .png', Buffer.from('<!doctype html><p>404'), 'image_load_error'],
    ['an SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'unsupported_image_format'],
    [
      'a photo in HEIC',
      Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1'),
      'unsupported_image_format',
    ],
    ['a video in place of an image', video, 'unsupported_image_format'],
    ['a PNG cut in the middle', png.subarray(0, 300), 'image_load_error'],
    ['a PNG with broken pixels', brokenPixels, 'image_load_error'],
    ['a JPEG without an end', cmykJpeg.subarray(0, -20), 'image_load_error'],
    ['a WebP of 65 kB that has 30 bytes', webp, 'image_load_error'],
    [
      'a PNG that claims 65,535 × 65,535',
      flatPng(9, 9, { claims: { width: 65_535, height: 65_535 } }),
      'image_too_large',
    ],
    [
      'a PNG that claims 49 megapixels and has 400',
      flatPng(20, 20, { claims: { width: 7000, height: 7000 } }),
      'image_load_error',
    ],
    ['a PNG of 20,000 × 100', flatPng(20_000, 100), 'image_too_large'],
    ['a GIF of 8 × 8 with a frame of 65,535 × 65,535', gif({ frame: 65_535 }), 'image_load_error'],
    ['a PNG of 49 megapixels in 140 kB', flatPng(7000, 7000)],
    ['a PNG whose colour profile inflates to 256 MB', profileBomb(256 * 1024 * 1024)],
    ['a PNG of 16 bits a channel', flatPng(400, 300, { bitDepth: 16 })],
    ['a picture of one pixel', flatPng(1, 1)],
    ['a picture of 16,000 × 1', flatPng(16_000, 1)],
    ['a JPEG in four inks', cmykJpeg],
    [
      'a JPEG whose EXIF points outside of it',
      jpegWithExif(Buffer.from('II*\0\xff\xff\xff\x7f\0\0\0\0', 'latin1')),
    ],
    [
      'a JPEG whose EXIF lists 65,535 entries and has none',
      jpegWithExif(Buffer.from('II*\0\x08\0\0\0\xff\xff\x12\x01', 'latin1')),
    ],
    ['a JPEG with a video behind it, as phones write them', Buffer.concat([cmykJpeg, video])],
    ['an animated GIF', gif({ frames: 3 })],
    ['an animated PNG', animatedPng()],
  ]
  const videos: [what: string, bytes: Buffer, refusedAs?: string][] = [
    ['no byte at all', Buffer.alloc(0), 'unsupported_video_format'],
    ['an image in place of a video', png, 'unsupported_video_format'],
    [
      'a playlist that names a file of this machine',
      Buffer.from('#EXTM3U\n#EXTINF:1,\nfile:///etc/passwd\n'),
      'unsupported_video_format',
    ],
    ['an MP4 that ends after its brand', video.subarray(0, 24), 'unsupported_video_format'],
    ['an MP4 cut in its pictures', video.subarray(0, -300), 'unsupported_video_format'],
    [
      'an MP4 cut before its index',
      (await readFile(lateIndex)).subarray(0, -200),
      'unsupported_video_format',
    ],
    ['an MP4 whose index points nowhere', withBrokenIndex(video), 'unsupported_video_format'],
    ['sound without a picture', await made(directory, writeAudio), 'unsupported_video_format'],
    [
      'a video of an hour',
      await made(directory, (file) => writeVideo(file, { timesMs: [0, 1000, 3_600_000] })),
      'video_duration_too_long',
    ],
    [
      'a video of nine minutes with three frames',
      await made(directory, (file) => writeVideo(file, { timesMs: [0, 1000, 540_000] })),
    ],
    [
      'frames at uneven times',
      await made(directory, (file) => writeVideo(file, { timesMs: [0, 10, 20, 300, 310, 700] })),
    ],
    ['a video filmed upright', turnedClockwise(video)],
    [
      'a video in 4K',
      await made(directory, (file) =>
        writeVideo(file, { width: 3840, height: 2160, timesMs: [0, 40, 80, 120] }),
      ),
    ],
  ]
  return Promise.all([
    ...images.map((image, index) => kept(directory, 'image', index, ...image)),
    ...videos.map((video, index) => kept(directory, 'video', index, ...video)),
  ])
}

async function kept(
  directory: string,
  kind: HostileFile['kind'],
  index: number,
  what: string,
  bytes: Buffer,
  refusedAs?: string,
): Promise<HostileFile> {
  // The name promises what the file need not be.
  const path = join(directory, `${index}.${kind === 'image' ? 'png' : 'mp4'}`)
  await writeFile(path, bytes)
  return { what, kind, path, ...(refusedAs !== undefined && { refusedAs }) }
}

async function made(directory: string, write: (file: string) => Promise<void>): Promise<Buffer> {
  const file = join(directory, 'made.mp4')
  await write(file)
  return readFile(file)
}
