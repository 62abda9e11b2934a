/** A handler's way of answering with an error: what is thrown is sent, as `status`, `body` and `headers` say. */
export class HttpError extends Error {
  override readonly name = 'HttpError'
  readonly status: number
  readonly body: unknown
  readonly headers: Readonly<Record<string, string>>

  /** `body` as fal writes it, usually `{ detail }`; a string is wrapped so. */
  constructor(status: number, body: unknown, headers: Readonly<Record<string, string>> = {}) {
    super(typeof body === 'string' ? body : JSON.stringify(body))
    this.status = status
    this.body = typeof body === 'string' ? { detail: body } : body
    this.headers = headers
  }
}
