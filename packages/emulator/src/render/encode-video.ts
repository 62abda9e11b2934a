import {
  AV_LOG_QUIET,
  AV_PIX_FMT_RGBA,
  Encoder,
  FF_ENCODER_LIBX264,
  FilterAPI,
  Frame,
  Log,
  Muxer,
} from 'node-av'

export interface EncodeOptions {
  /** Pixels, even. */
  width: number
  height: number
  framesPerSecond: number
  /** Called after each frame, with how many are encoded. */
  onFrame?(frame: number): void
}

/** Writes RGBA frames to an MP4 at `out`: H.264 High, yuv420p, bt709 in limited range, moov before mdat. */
export async function encodeVideo(
  out: string,
  pictures: AsyncIterable<Uint8Array>,
  options: EncodeOptions,
): Promise<void> {
  Log.setLevel(AV_LOG_QUIET)
  const { width, height, framesPerSecond, onFrame } = options
  const timeBase = { num: 1, den: framesPerSecond }
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
  // swscale converts with SIMD, off the main thread.
  using filter = FilterAPI.create('scale=out_color_matrix=bt709:out_range=tv,format=yuv420p')

  // A frame of node-av points into the buffer that it is made from, and does not keep it: left to the garbage collector while
  // the filter reads it, it is another's memory, or none (SIGSEGV). One frame in thirty had wrong pixels.
  const read: Buffer[] = []

  async function* rgba(): AsyncGenerator<Frame | null> {
    let count = 0
    for await (const pixels of pictures) {
      const buffer = Buffer.from(pixels)
      read.push(buffer)
      yield Frame.fromVideoBuffer(buffer, {
        width,
        height,
        format: AV_PIX_FMT_RGBA,
        timeBase,
        pts: BigInt(count++),
      })
    }
    // Only a null makes node-av's filter give up the frames that it holds back.
    yield null
  }

  let encoded = 0
  for await (using frame of filter.frames(rgba())) {
    if (!frame) continue
    // The filter gives a frame of its own for each that it has read, in order.
    read.shift()
    await encoder.encode(frame)
    await drain()
    onFrame?.(++encoded)
  }
  await encoder.flush()
  await drain()
}
