import { MediaError } from './media-error.ts'

/**
 * Milliseconds that may be waited for the frames of one video in all. A draft shows ten seconds of it at most, but a file of a few
 * megabytes can hide hours of work in them: frames that are shown for a microsecond each.
 */
export const MOST_DECODING_MS = 60_000

/** Counts how long frames are waited for, and not what is done with them meanwhile. */
export interface DecodingTime {
  /** Throws a `MediaError` between two packets when the time is up: also where a file has packets and never a frame. */
  packets<Packet>(packets: AsyncIterable<Packet>): AsyncGenerator<Packet>
  /** The same frames, whose waiting is counted. */
  frames<Frame>(frames: AsyncIterable<Frame>): AsyncGenerator<Frame>
}

/** Starts to count. The time is looked at between packets: a decoder in the middle of one cannot be stopped. */
export function createDecodingTime(mostMs = MOST_DECODING_MS): DecodingTime {
  let spent = 0
  let since: number | undefined

  function check(): void {
    if (spent + (since === undefined ? 0 : performance.now() - since) <= mostMs) return
    throw new MediaError(
      'unsupported_video_format',
      'the video takes too long to decode: it has too many frames',
    )
  }

  return {
    async *packets(packets) {
      for await (const packet of packets) {
        check()
        yield packet
      }
    },
    async *frames(frames) {
      since = performance.now()
      for await (const frame of frames) {
        spent += performance.now() - since
        since = undefined
        yield frame
        since = performance.now()
      }
    },
  }
}
