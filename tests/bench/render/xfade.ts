import {
  AV_LOG_ERROR,
  Decoder,
  Demuxer,
  Encoder,
  FF_ENCODER_LIBX264,
  FilterComplexAPI,
  Log,
  Muxer,
} from 'node-av'

export interface XfadeRequest {
  /** PNG files, each of the video's own size. */
  pictures: readonly string[]
  secondsEach: number
  framesPerSecond: number
  out: string
}

/**
 * What one would do without us: FFmpeg fades the same pictures into each other, with the same codec, preset and crf. Each is
 * converted to yuv420p once and then repeated, which is the fastest that xfade can be.
 */
export async function encodeXfade({
  pictures,
  secondsEach,
  framesPerSecond,
  out,
}: XfadeRequest): Promise<void> {
  Log.setLevel(AV_LOG_ERROR)
  const each = secondsEach * framesPerSecond
  const sources = pictures.map(
    // A picture is seen in the fade to it and in the fade from it.
    (_, index) =>
      `[${index}:v]scale=out_color_matrix=bt709:out_range=tv,format=yuv420p,loop=loop=${each * 2 + 1}:size=1,` +
      `settb=1/${framesPerSecond},setpts=N,fps=${framesPerSecond}[p${index}]`,
  )
  const fades = pictures.slice(1).map((_, index) => {
    const first = index === 0 ? '[p0]' : `[f${index}]`
    const name = index === pictures.length - 2 ? '[x]' : `[f${index + 1}]`
    return `${first}[p${index + 1}]xfade=duration=${secondsEach}:offset=${index * secondsEach}${name}`
  })
  const length = each * (pictures.length - 1)
  const graph = [...sources, ...fades, `[x]trim=end_frame=${length},format=yuv420p[out]`].join(';')
  using complex = FilterComplexAPI.create(graph, {
    inputs: pictures.map((_, index) => ({ label: `${index}:v` })),
    outputs: [{ label: 'out' }],
  })
  using encoder = await Encoder.create(FF_ENCODER_LIBX264, {
    gopSize: framesPerSecond * 2,
    options: { preset: 'veryfast', crf: 20, profile: 'high' },
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
  const inputs = Object.fromEntries(pictures.map((file, index) => [`${index}:v`, framesOf(file)]))
  for await (using frame of complex.frames('out', inputs)) {
    if (!frame) continue
    await encoder.encode(frame)
    await drain()
  }
  await encoder.flush()
  await drain()
}

async function* framesOf(file: string) {
  await using input = await Demuxer.open(file)
  const stream = input.video()
  if (!stream) throw new Error(`${file} has no picture`)
  using decoder = await Decoder.create(stream)
  for await (const frame of decoder.frames(input.packets(stream.index))) if (frame) yield frame
  yield null
}
