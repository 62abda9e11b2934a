/** What a request holds beside its body, for a `Request` made anew. */
export type BoundedBody = { type: 'ok'; request: Request } | { type: 'too-large' }

/**
 * The request with a body of at most `limit` bytes. One that says its length is passed on as it is: the parser of HTTP
 * holds it to its word. One that does not (chunked, or made in this process for `pika.fetch`) is read first.
 */
export async function withBoundedBody(request: Request, limit: number): Promise<BoundedBody> {
  const length = request.headers.get('content-length')
  if (length !== null) return Number(length) <= limit ? { type: 'ok', request } : { type: 'too-large' }
  const bytes = await readAtMost(request, limit)
  if (!bytes) return { type: 'too-large' }
  const { url, method, headers, signal } = request
  const body = bytes.byteLength > 0 ? bytes : null
  return { type: 'ok', request: new Request(url, { method, headers, signal, body }) }
}

/** The whole body, or null when it has more than `limit` bytes. */
export async function readAtMost(request: Request, limit: number): Promise<Uint8Array<ArrayBuffer> | null> {
  if (Number(request.headers.get('content-length') ?? 0) > limit) return null
  const parts: Uint8Array[] = []
  let length = 0
  // Not `for await`: leaving it would cancel the body, and with it the connection that the refusal has to take.
  const reader = request.body?.getReader()
  for (let read = await reader?.read(); read && !read.done; read = await reader?.read()) {
    length += read.value.byteLength
    if (length > limit) {
      reader?.releaseLock()
      return null
    }
    parts.push(read.value)
  }
  const whole = new Uint8Array(length)
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.byteLength
  }
  return whole
}
