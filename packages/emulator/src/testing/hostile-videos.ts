// Videos as broken recorders, editors and attackers make them.
import {
  AV_CHANNEL_ORDER_NATIVE,
  AV_LOG_ERROR,
  AV_PIX_FMT_YUV420P,
  AV_SAMPLE_FMT_FLTP,
  Encoder,
  FF_ENCODER_AAC,
  FF_ENCODER_LIBX264,
  Frame,
  Log,
  Muxer,
} from 'node-av'

interface VideoOptions {
  /** Pixels, even. Default 64 × 36. */
  width?: number
  height?: number
  /** When each frame is shown, in milliseconds. Default: half a second at 24 frames a second. */
  timesMs?: readonly number[]
  /** Whether the index stands before the pictures. Default true. */
  isFastStart?: boolean
}

/** Writes an MP4 of grey frames. */
export async function writeVideo(file: string, options: VideoOptions = {}): Promise<void> {
  Log.setLevel(AV_LOG_ERROR)
  const { width = 64, height = 36, isFastStart = true } = options
  const timesMs = options.timesMs ?? Array.from({ length: 12 }, (_, frame) => Math.round((frame * 1000) / 24))
  const timeBase = { num: 1, den: 1000 }
  using encoder = await Encoder.create(FF_ENCODER_LIBX264, { options: { preset: 'ultrafast', bf: 0 } })
  await using muxer = await Muxer.open(file, isFastStart ? { options: { movflags: '+faststart' } } : {})
  const stream = muxer.addStream(encoder)
  // node-av's frames point into it.
  const grey = Buffer.alloc((width * height * 3) / 2, 128)
  for (const time of timesMs) {
    using frame = Frame.fromVideoBuffer(grey, {
      width,
      height,
      format: AV_PIX_FMT_YUV420P,
      timeBase,
      pts: BigInt(time),
    })
    await encoder.encode(frame)
    await drain(encoder, muxer, stream)
  }
  await encoder.flush()
  await drain(encoder, muxer, stream)
}

/** Writes an MP4 that has half a second of silence and no picture. */
export async function writeAudio(file: string): Promise<void> {
  Log.setLevel(AV_LOG_ERROR)
  using encoder = await Encoder.create(FF_ENCODER_AAC)
  await using muxer = await Muxer.open(file)
  const stream = muxer.addStream(encoder)
  for (let sample = 0; sample < 24_000; sample += 1024) {
    using frame = Frame.fromAudioBuffer(Buffer.alloc(1024 * 4), {
      nbSamples: 1024,
      format: AV_SAMPLE_FMT_FLTP,
      sampleRate: 48_000,
      channelLayout: { nbChannels: 1, order: AV_CHANNEL_ORDER_NATIVE, mask: 4n },
      timeBase: { num: 1, den: 48_000 },
      pts: BigInt(sample),
    })
    await encoder.encode(frame)
    await drain(encoder, muxer, stream)
  }
  await encoder.flush()
  await drain(encoder, muxer, stream)
}

async function drain(encoder: Encoder, muxer: Muxer, stream: number): Promise<void> {
  for (;;) {
    const packet = await encoder.receive()
    if (!packet || typeof packet !== 'object') return
    await muxer.writePacket(packet, stream)
    packet.free()
  }
}

/** The same MP4, whose index says that the pictures lie far behind its end. */
export function withBrokenIndex(video: Buffer): Buffer {
  const broken = Buffer.from(video)
  const at = broken.indexOf('stco')
  if (at < 0) throw new Error('the video has no table of chunks')
  for (let entry = 0; entry < broken.readUInt32BE(at + 8); entry++)
    broken.writeUInt32BE(0x7fff_ff00, at + 12 + entry * 4)
  return broken
}

/** The same MP4, to be shown turned by a quarter clockwise, as a phone held upright writes it. */
export function turnedClockwise(video: Buffer): Buffer {
  const turned = Buffer.from(video)
  const at = turned.indexOf('tkhd') + 4 + 40
  const matrix = [0, 0x10000, 0, -0x10000, 0, 0, 0, 0, 0x40000000]
  for (const [index, value] of matrix.entries()) turned.writeInt32BE(value, at + index * 4)
  return turned
}
