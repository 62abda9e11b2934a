// Reads a video by FFmpeg's own libraries, which is what ffprobe does too.
import { readFile } from 'node:fs/promises'
import { AV_LOG_ERROR, avGetCodecName, avGetPixFmtName, Decoder, Demuxer, FilterAPI, Log } from 'node-av'

export interface VideoFacts {
  codec: string
  pixelFormat: string
  width: number
  height: number
  /** Seconds. */
  duration: number
  /** The index stands before the frames, so that it plays while it loads. */
  isFastStart: boolean
}

/** What the file says of itself. */
export async function videoFacts(file: string): Promise<VideoFacts> {
  Log.setLevel(AV_LOG_ERROR)
  await using input = await Demuxer.open(file)
  const stream = input.video()
  if (!stream) throw new Error(`there is no video in ${file}`)
  const { codecpar } = stream
  return {
    codec: avGetCodecName(codecpar.codecId) ?? '',
    pixelFormat: avGetPixFmtName(codecpar.format as never) ?? '',
    width: codecpar.width,
    height: codecpar.height,
    duration: input.duration,
    isFastStart: await isFastStart(file),
  }
}

export type Colour = readonly [red: number, green: number, blue: number]

/** The mean colour of the middle of the picture at each of these seconds (the nearest frame), 0 to 255; decodes every frame. */
export async function coloursAt(file: string, seconds: readonly number[]): Promise<Colour[]> {
  await using input = await Demuxer.open(file)
  const stream = input.video()
  if (!stream) throw new Error(`there is no video in ${file}`)
  using decoder = await Decoder.create(stream)
  using filter = FilterAPI.create('crop=iw/2:ih/2,scale=1:1:flags=area,format=rgb24')
  const colours: Colour[] = []
  for await (using frame of filter.frames(decoder.frames(input.packets(stream.index)))) {
    if (!frame) continue
    const [red = 0, green = 0, blue = 0] = frame.toBuffer()
    colours.push([red, green, blue])
  }
  const { num, den } = stream.avgFrameRate
  return seconds.map((second) => {
    const colour = colours[Math.min(Math.round((second * num) / den), colours.length - 1)]
    if (!colour) throw new Error(`${file} has no frames`)
    return colour
  })
}

/** How far two colours are apart, 0 to 441. */
export function colourDistance(a: Colour, b: Colour): number {
  return Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2])
}

async function isFastStart(file: string): Promise<boolean> {
  const bytes = await readFile(file)
  const boxes: string[] = []
  for (let offset = 0; offset + 8 <= bytes.length; offset += bytes.readUInt32BE(offset) || bytes.length) {
    boxes.push(bytes.toString('latin1', offset + 4, offset + 8))
  }
  return boxes.includes('moov') && boxes.indexOf('moov') < boxes.indexOf('mdat')
}
