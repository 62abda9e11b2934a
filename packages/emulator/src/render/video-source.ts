import { AV_LOG_ERROR, Decoder, Demuxer, FilterAPI, Log } from 'node-av'
import { MediaError } from './media-error.ts'

export interface VideoHeader {
  width: number
  height: number
  /** Seconds. */
  duration: number
}

/** FFmpeg's demuxer for a content type. Named, never guessed: a guessed one may be a playlist that names other files. */
export type VideoFormat = 'mov' | 'matroska'

/** Size and length of a video. Throws a `MediaError` when it has no picture or cannot be read. */
export async function readVideoHeader(file: string, format: VideoFormat): Promise<VideoHeader> {
  Log.setLevel(AV_LOG_ERROR)
  try {
    await using input = await Demuxer.open(file, { format })
    const stream = input.video()
    const { width, height } = stream?.codecpar ?? { width: 0, height: 0 }
    if (!stream || width <= 0 || height <= 0)
      throw new MediaError('unsupported_video_format', 'the video has no picture track')
    return { width, height, duration: input.duration }
  } catch (cause) {
    if (cause instanceof MediaError) throw cause
    throw new MediaError(
      'unsupported_video_format',
      'the video cannot be opened: it is truncated or broken',
      { cause },
    )
  }
}

/** The frames of a video as RGBA, scaled to cover a frame of this size, one for each frame of the draft. */
export async function* readVideoFrames(
  file: string,
  format: VideoFormat,
  width: number,
  height: number,
  framesPerSecond: number,
): AsyncGenerator<Buffer> {
  await using input = await Demuxer.open(file, { format })
  const stream = input.video()
  if (!stream) throw new MediaError('unsupported_video_format', 'the video has no picture track')
  using decoder = await Decoder.create(stream)
  using filter = FilterAPI.create(
    `fps=${framesPerSecond},scale=${width}:${height}:force_original_aspect_ratio=increase,crop=${width}:${height},format=rgba`,
  )
  for await (using frame of filter.frames(decoder.frames(input.packets(stream.index))))
    if (frame) yield frame.toBuffer()
}
