// How alike pictures are, by the structural similarity (Wang et al., 2004) that FFmpeg's `ssim` filter measures.
import { AV_LOG_ERROR, AV_PIX_FMT_RGBA, Decoder, Demuxer, FilterComplexAPI, Frame, Log } from 'node-av'

interface Size {
  width: number
  height: number
}

/** The likeness of each picture to `other`, 1 (equal) to 0, in the three colours. All are RGBA of one size. */
export function likenessOfPictures(
  pictures: readonly Uint8Array[],
  other: Uint8Array,
  size: Size,
): Promise<number[]> {
  return measure(frames(pictures, size), other, size, 'format=gbrp')
}

/**
 * The likeness of the frames `first` to `last` of a video to a picture in RGBA, 1 (equal) to 0, in the video's own brightness
 * and colours: what a player gets.
 */
export async function likenessOfVideo(
  file: string,
  [first, last]: readonly [first: number, last: number],
  other: Uint8Array,
  size: Size,
): Promise<number[]> {
  await using input = await Demuxer.open(file)
  const stream = input.video()
  if (!stream) throw new Error(`there is no video in ${file}`)
  using decoder = await Decoder.create(stream)
  const toVideo = 'scale=out_color_matrix=bt709:out_range=tv,format=yuv420p'
  const packets = input.packets(stream.index)
  async function* wanted(): AsyncGenerator<Frame> {
    let index = 0
    for await (const frame of decoder.frames(packets)) {
      if (frame && index >= first && index <= last) yield frame
      else frame?.free()
      if (frame) index++
    }
  }
  return await measure(wanted(), other, size, toVideo)
}

async function measure(
  pictures: AsyncIterable<Frame | null>,
  other: Uint8Array,
  size: Size,
  format: string,
): Promise<number[]> {
  Log.setLevel(AV_LOG_ERROR)
  using filter = FilterComplexAPI.create(`[0:v]${format}[a];[1:v]${format}[b];[a][b]ssim[out]`, {
    inputs: [{ label: '0:v' }, { label: '1:v' }],
    outputs: [{ label: 'out' }],
  })
  const values: number[] = []
  const take = async () => {
    for (;;) {
      using compared = await filter.receive('out')
      if (!compared || typeof compared !== 'object') return
      values.push(Number(compared.getMetadata().get('lavfi.ssim.All')))
    }
  }
  // One input after the other: its own `frames` hands in both side by side, and two threads in one graph spoil the pictures.
  for await (using frame of pictures) {
    if (!frame) continue
    using still = frameOf(other, size)
    still.pts = frame.pts
    still.timeBase = frame.timeBase
    await filter.process('0:v', frame)
    await filter.process('1:v', still)
    await take()
  }
  await filter.flush()
  await take()
  return values
}

// oxlint-disable-next-line require-await -- the filter takes frames that come one by one
async function* frames(pictures: readonly Uint8Array[], size: Size): AsyncGenerator<Frame> {
  for (const [index, pixels] of pictures.entries()) {
    const frame = frameOf(pixels, size)
    frame.pts = BigInt(index)
    yield frame
  }
}

/** A frame that points into the pixels: they must be kept as long as it is used. */
function frameOf({ buffer, byteOffset, byteLength }: Uint8Array, { width, height }: Size): Frame {
  return Frame.fromVideoBuffer(Buffer.from(buffer, byteOffset, byteLength), {
    width,
    height,
    format: AV_PIX_FMT_RGBA,
    timeBase: { num: 1, den: 24 },
  })
}
