import {
  AV_LOG_QUIET,
  AV_PKT_DATA_DISPLAYMATRIX,
  Decoder,
  Demuxer,
  FilterAPI,
  Log,
  type Stream,
} from 'node-av'
import { createDecodingTime, MOST_DECODING_MS } from './decoding-time.ts'
import { MediaError } from './media-error.ts'

export interface VideoHeader {
  /** Pixels, as shown: after rotation. */
  width: number
  height: number
  /** Seconds. */
  duration: number
}

/** FFmpeg's demuxer for a content type. Named, never guessed: a guessed one may be a playlist that names other files. */
export type VideoFormat = 'mov' | 'matroska'

/** Size and length of a video. Throws a `MediaError` when it has no picture or cannot be read. */
export async function readVideoHeader(file: string, format: VideoFormat): Promise<VideoHeader> {
  quiet()
  try {
    await using input = await Demuxer.open(file, { format })
    const stream = input.video()
    const { width, height } = stream?.codecpar ?? { width: 0, height: 0 }
    if (!stream || width <= 0 || height <= 0)
      throw new MediaError('unsupported_video_format', 'the video has no picture track')
    const isTurned = quarterTurns(stream) % 2 === 1
    return { ...(isTurned ? { width: height, height: width } : { width, height }), duration: input.duration }
  } catch (cause) {
    if (cause instanceof MediaError) throw cause
    throw new MediaError(
      'unsupported_video_format',
      'the video cannot be opened: it is truncated or broken',
      { cause },
    )
  }
}

/** What is wrong with a file is said by an error: FFmpeg would print it to the standard error output as well. */
function quiet(): void {
  Log.setLevel(AV_LOG_QUIET)
}

/** Throws a `MediaError` when not even the first frame of a video can be decoded: its index or its data is broken. */
export async function proveDecodable(file: string, format: VideoFormat): Promise<void> {
  const isDecodable = await hasFrame(file, format).catch((error: unknown) => {
    if (error instanceof MediaError) throw error
    return false
  })
  if (!isDecodable)
    throw new MediaError(
      'unsupported_video_format',
      'the video has no frame that can be decoded: it is broken',
    )
}

async function hasFrame(file: string, format: VideoFormat): Promise<boolean> {
  quiet()
  const time = createDecodingTime()
  await using input = await Demuxer.open(file, { format })
  const stream = input.video()
  if (!stream) return false
  using decoder = await Decoder.create(stream)
  const frames = decoder.frames(time.packets(input.packets(stream.index)))
  for await (using frame of time.frames(frames)) if (frame) return true
  return false
}

/** How often a video is to be turned clockwise, by a quarter each, to be shown as it was filmed: 0 to 3. */
function quarterTurns({ codecpar }: Stream): number {
  const matrix = codecpar.getCodedSideData(AV_PKT_DATA_DISPLAYMATRIX)
  if (!matrix || matrix.length < 20) return 0
  // The first row of a rotation is (cos, sin), in 16.16 fixed point.
  const turns = Math.atan2(matrix.readInt32LE(4), matrix.readInt32LE(0)) / (Math.PI / 2)
  return (Math.round(turns) + 4) % 4
}

const TURNS = ['', 'transpose=clock,', 'hflip,vflip,', 'transpose=cclock,']

/** Small pictures of a video, for following what moves in it. */
export interface VideoStills {
  /** Pixels. */
  width: number
  height: number
  perSecond: number
  /** RGBA of each. */
  frames: Uint8Array[]
}

const STILL_SIDE = 160
const STILLS_PER_SECOND = 4

/** Small pictures of the first seconds of a video, cut to the ratio of a frame of this size. */
export async function readVideoStills(
  file: string,
  format: VideoFormat,
  width: number,
  height: number,
  seconds: number,
): Promise<VideoStills> {
  const scale = STILL_SIDE / Math.max(width, height)
  const small = {
    width: Math.max(2, Math.round(width * scale)),
    height: Math.max(2, Math.round(height * scale)),
  }
  const frames: Uint8Array[] = []
  for await (const frame of readVideoFrames(file, format, small.width, small.height, STILLS_PER_SECOND)) {
    frames.push(new Uint8Array(frame))
    if (frames.length >= seconds * STILLS_PER_SECOND) break
  }
  return { ...small, perSecond: STILLS_PER_SECOND, frames }
}

/**
 * The frames of a video as RGBA, scaled to cover a frame of this size, one for each frame of the draft. Throws a `MediaError`
 * when they are waited for longer than `mostMs` in all.
 */
export async function* readVideoFrames(
  file: string,
  format: VideoFormat,
  width: number,
  height: number,
  framesPerSecond: number,
  mostMs = MOST_DECODING_MS,
): AsyncGenerator<Buffer> {
  quiet()
  const time = createDecodingTime(mostMs)
  await using input = await Demuxer.open(file, { format })
  const stream = input.video()
  if (!stream) throw new MediaError('unsupported_video_format', 'the video has no picture track')
  using decoder = await Decoder.create(stream)
  using filter = FilterAPI.create(
    `${TURNS[quarterTurns(stream)] ?? ''}fps=${framesPerSecond},scale=${width}:${height}:force_original_aspect_ratio=increase,crop=${width}:${height},format=rgba`,
  )
  const frames = filter.frames(decoder.frames(time.packets(input.packets(stream.index))))
  for await (using frame of time.frames(frames)) if (frame) yield frame.toBuffer()
}
