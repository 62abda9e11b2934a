import {
  AV_LOG_QUIET,
  AV_PIX_FMT_RGBA,
  AV_PIX_FMT_YUV420P,
  Encoder,
  FF_ENCODER_LIBX264,
  FilterAPI,
  Frame,
  Log,
  Muxer,
} from 'node-av'
import type { PixelFormat } from './pixel-format.ts'

export interface EncodeOptions {
  /** Pixels, even. */
  width: number
  height: number
  framesPerSecond: number
  /** Of the frames that are handed in. */
  pixelFormat: PixelFormat
  /** Called after each frame, with how many are encoded. */
  onFrame?(frame: number): void
}

/** Writes frames to an MP4 at `out`: H.264 High, yuv420p, bt709 in limited range, moov before mdat. */
export async function encodeVideo(
  out: string,
  pictures: AsyncIterable<Uint8Array>,
  options: EncodeOptions,
): Promise<void> {
  Log.setLevel(AV_LOG_QUIET)
  const { framesPerSecond, pixelFormat, onFrame } = options
  using encoder = await Encoder.create(FF_ENCODER_LIBX264, {
    gopSize: framesPerSecond * 2,
    options: {
      preset: 'veryfast',
      crf: 20,
      profile: 'high',
      colorspace: 'bt709',
      color_primaries: 'bt709',
      color_trc: 'bt709',
      color_range: 'tv',
    },
  })
  await using muxer = await Muxer.open(out, { options: { movflags: '+faststart' } })
  const stream = muxer.addStream(encoder)
  const drain = async () => {
    for (;;) {
      const packet = await encoder.receive()
      if (!packet || typeof packet === 'symbol' || typeof packet === 'number') return
      await muxer.writePacket(packet, stream)
      packet.free()
    }
  }
  // A frame of node-av points into the buffer that it is made from, and does not keep it: left to the garbage collector while it
  // is read, it is another's memory, or none (SIGSEGV). One frame in thirty had wrong pixels.
  const read: Buffer[] = []
  const frames = framesOf(pictures, options, read)
  let encoded = 0
  for await (using frame of pixelFormat === 'rgba' ? converted(frames) : frames) {
    await encoder.encode(frame)
    // It has copied what it was handed; a frame that the filter gave is its own, one for each that it has read, in order.
    read.shift()
    await drain()
    onFrame?.(++encoded)
  }
  await encoder.flush()
  await drain()
}

async function* framesOf(
  pictures: AsyncIterable<Uint8Array>,
  { width, height, framesPerSecond, pixelFormat }: EncodeOptions,
  read: Buffer[],
): AsyncGenerator<Frame> {
  const format = pixelFormat === 'rgba' ? AV_PIX_FMT_RGBA : AV_PIX_FMT_YUV420P
  const timeBase = { num: 1, den: framesPerSecond }
  let count = 0
  for await (const bytes of pictures) {
    // The filter reads ahead; the encoder copies planes before the next ones are asked for.
    const buffer =
      pixelFormat === 'rgba'
        ? Buffer.from(bytes)
        : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    read.push(buffer)
    yield Frame.fromVideoBuffer(buffer, { width, height, format, timeBase, pts: BigInt(count++) })
  }
}

/** The same frames as yuv420p. swscale converts with SIMD, off the main thread. */
async function* converted(frames: AsyncGenerator<Frame>): AsyncGenerator<Frame> {
  using filter = FilterAPI.create('scale=out_color_matrix=bt709:out_range=tv,format=yuv420p')
  async function* andNull(): AsyncGenerator<Frame | null> {
    yield* frames
    // Only a null makes node-av's filter give up the frames that it holds back.
    yield null
  }
  for await (const frame of filter.frames(andNull())) if (frame) yield frame
}
