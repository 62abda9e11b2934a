/**
 * An input file that cannot be used. `type` is fal's machine key for it (FAL's model errors: `image_load_error`,
 * `image_too_large`, `unsupported_video_format`, …), so that the caller can answer the 422 that fal would.
 */
export class MediaError extends Error {
  override readonly name = 'MediaError'
  readonly type: string
  /** Limits and findings, as fal's `ctx` carries them: `max_size`, `supported_formats`, … */
  readonly context?: Record<string, unknown>
  /** The input's URL of the file, where the caller knew one. */
  readonly url?: string

  constructor(
    type: string,
    message: string,
    options: ErrorOptions & { context?: Record<string, unknown>; url?: string } = {},
  ) {
    super(message, options)
    this.type = type
    if (options.context) this.context = options.context
    if (options.url !== undefined) this.url = options.url
  }
}
