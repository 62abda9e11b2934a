import { once } from 'node:events'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'

/** As much of S3 as the archive uses, in memory. */
export interface MemoryS3 {
  url: string
  objects: Map<string, { bytes: Buffer; contentType: string | undefined }>
  /** Uploads in parts that were neither completed nor ended. */
  openUploads: Map<string, Buffer[]>
  /** Every request: method and URL. */
  requests: string[]
  /** The next so many requests are answered with 503. */
  failNext(count: number): void
  close(): Promise<void>
}

/** Takes what is signed by `accessKeyId`, in a header or in the URL; refuses everything else. */
export async function startMemoryS3(accessKeyId: string): Promise<MemoryS3> {
  const objects: MemoryS3['objects'] = new Map()
  const openUploads: MemoryS3['openUploads'] = new Map()
  const requests: string[] = []
  let failures = 0
  const server = createServer((request, response) => {
    void readBody(request).then((body) => {
      const url = new URL(request.url ?? '', 'http://s3')
      const { method = '' } = request
      const name = decodeURIComponent(url.pathname)
      const upload = url.searchParams.get('uploadId')
      requests.push(`${method} ${request.url}`)
      const isSigned =
        request.headers.authorization?.startsWith(`AWS4-HMAC-SHA256 Credential=${accessKeyId}/`) ||
        url.searchParams.get('X-Amz-Credential')?.startsWith(`${accessKeyId}/`)
      const end = (status: number, answer: string | Buffer = '', headers = {}) =>
        void response.writeHead(status, headers).end(answer)
      if (failures > 0) {
        failures--
        return end(503, '<Error><Code>SlowDown</Code></Error>')
      }
      if (!isSigned) return end(403)
      const contentType = request.headers['content-type']
      if (method === 'POST' && url.searchParams.has('uploads')) {
        const id = `upload-${openUploads.size}`
        openUploads.set(id, [])
        return end(
          200,
          `<InitiateMultipartUploadResult><UploadId>${id}</UploadId></InitiateMultipartUploadResult>`,
          { 'content-type': 'application/xml' },
        )
      }
      const parts = upload === null ? undefined : openUploads.get(upload)
      if (upload !== null && !parts) return end(404)
      if (method === 'PUT' && parts) {
        parts[Number(url.searchParams.get('partNumber')) - 1] = body
        return end(200, '', { etag: `"${body.byteLength}"` })
      }
      if (method === 'POST' && parts) {
        openUploads.delete(upload as string)
        objects.set(name, { bytes: Buffer.concat(parts), contentType: undefined })
        return end(200, '<CompleteMultipartUploadResult><ETag>"x"</ETag></CompleteMultipartUploadResult>', {
          'content-type': 'application/xml',
        })
      }
      if (method === 'DELETE' && upload !== null) {
        openUploads.delete(upload)
        return end(204)
      }
      if (method === 'PUT') {
        objects.set(name, { bytes: body, contentType })
        return end(200, '', { etag: '"x"' })
      }
      if (method === 'DELETE') {
        objects.delete(name)
        return end(204)
      }
      const found = objects.get(name)
      return found ? end(200, found.bytes) : end(404)
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    objects,
    openUploads,
    requests,
    failNext: (count) => void (failures = count),
    async close() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

async function readBody(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = []
  for await (const part of request as AsyncIterable<Buffer>) parts.push(part)
  return Buffer.concat(parts)
}
