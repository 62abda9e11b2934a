/** What a media file really is, whatever its name says. */
export interface MediaProbe {
  kind: 'image' | 'video'
  /** Pixels, as shown: after EXIF orientation or a video's rotation. */
  width: number
  height: number
  /** Seconds; videos only. */
  duration?: number
  contentType: string
}

/** Looks into a file without decoding all of it. Throws a `MediaError` when it cannot be used. */
export function probeMedia(_file: string): Promise<MediaProbe> {
  return Promise.reject(new Error('being built'))
}
